"""Everything that draws: windows, stage, controllers."""
