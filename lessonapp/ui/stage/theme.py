"""How each audience's stage looks: palette, type sizes, shadow, what may stand on it."""

from dataclasses import dataclass, replace
from typing import Literal

from lessonapp.domain.look import PALETTES, WITH_MASCOT, Audience, Palette

WIDTH, HEIGHT = 1600.0, 900.0
SAFE = (80.0, 40.0, 1520.0, 852.0)
WHITE = "#FFFFFF"
CREAM = "#FFF9E8"

RoleName = Literal[
    "title", "message", "heading", "question", "sub", "body", "bubble", "option", "chrome", "meta", "count"
]


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of text: its size, the smallest it may take, its weight and line height (in sizes)."""

    name: RoleName
    size: int
    least: int
    weight: int
    line: float


_TITLE = {"grades-1-3": 136, "grades-4-5": 116, "grades-6-9": 116, "grades-10-12": 136, "adults": 108}


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of one audience."""

    audience: Audience
    palette: Palette
    roles: dict[RoleName, Role]
    title_ink: str
    shadow: tuple[float, float]
    mascot: bool
    high_contrast: bool = False
    """Ink on white, nothing behind the words, stronger lines."""

    @property
    def young(self) -> bool:
        """Grades 1 to 5: the mascot is there, and no percentages."""
        return self.mascot

    @property
    def radius(self) -> float:
        """Corner radius of cards."""
        return float(self.palette.radius)

    def role(self, name: RoleName) -> Role:
        """A kind of text at its size for this audience."""
        return self.roles[name]


def _roles(audience: Audience) -> dict[RoleName, Role]:
    first = audience == "grades-1-3"
    body = 48 if first else 44
    return {
        "title": Role("title", _TITLE[audience], 72, 900 if audience == "grades-10-12" else 800, 1.17),
        "message": Role("message", 112, 72, 800, 1.2),
        "heading": Role("heading", 76, 60, 800, 1.2),
        "question": Role("question", 60, 52, 700, 1.26),
        "sub": Role("sub", 50, 46, 800, 1.25),
        "body": Role("body", body, 44, 500, 1.3),
        "bubble": Role("bubble", body, 44, 600, 1.28),
        "option": Role("option", 48 if first else 42, 40, 600, 1.22),
        "chrome": Role("chrome", 30, 30, 700, 1.3),
        "meta": Role("meta", 34, 30, 600, 1.3),
        "count": Role("count", 60, 48, 800, 1.1),
    }


def _theme(audience: Audience) -> Theme:
    palette = PALETTES[audience]
    title = {"grades-4-5": "#08345C", "adults": palette.primary}.get(audience, palette.ink)
    return Theme(
        audience=audience,
        palette=palette,
        roles=_roles(audience),
        title_ink=title,
        shadow=(8, 10) if audience == "grades-6-9" else (0, 8),
        mascot=audience in WITH_MASCOT,
    )


THEMES: dict[Audience, Theme] = {audience: _theme(audience) for audience in PALETTES}


_DEEP: dict[Audience, str] = {
    "grades-1-3": "#0B3D1C",
    "grades-4-5": "#06305A",
    "grades-6-9": "#1E2160",
    "grades-10-12": "#000000",
    "adults": "#07332F",
}


def _clear(theme: Theme) -> Theme:
    """The theme for eyes or projectors that need more: its own primary, everything else black on white."""
    deep = _DEEP[theme.audience]
    palette = theme.palette._replace(
        paper=WHITE,
        soft=WHITE,
        line="#6B6B6B",
        primary=deep,
        accent="#FFD400",
        accent2="#FFD400",
        muted="#000000",
        ink="#000000",
    )
    return replace(theme, palette=palette, title_ink=deep, high_contrast=True)


_CLEAR = {audience: _clear(theme) for audience, theme in THEMES.items()}


def theme_for(audience: Audience, *, high_contrast: bool = False) -> Theme:
    """The look of an audience, as its colours are meant or in high contrast."""
    return (_CLEAR if high_contrast else THEMES)[audience]
