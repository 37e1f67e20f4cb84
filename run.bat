@echo off
rem Opens the app on Windows; the first time it installs what the app needs into .venv.
setlocal
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
set PIP_DISABLE_PIP_VERSION_CHECK=1
set "PY=.venv\Scripts\python.exe"

if exist "%PY%" "%PY%" -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" >nul 2>nul || rmdir /s /q .venv 2>nul
if exist "%PY%" goto packages

set "FOUND="
for %%V in (3.13 3.12 3.14 3.11) do if not defined FOUND py -%%V -c "pass" >nul 2>nul && set "FOUND=py -%%V"
if not defined FOUND python -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" >nul 2>nul && set "FOUND=python"
if not defined FOUND (
    echo Máy chưa có Python 3.11 đến 3.14. Hãy cài Python từ python.org, đánh dấu "Add python.exe to PATH", rồi mở lại run.bat.
    echo Python 3.11 to 3.14 was not found. Install it from python.org, tick "Add python.exe to PATH", then open run.bat again.
    goto failed
)
echo Đang chuẩn bị lần đầu, vài phút... / First start, a few minutes...
%FOUND% -m venv .venv || goto failed

:packages
fc /b requirements.lock .venv\installed.lock >nul 2>nul && goto open
echo Đang cài các gói cần thiết... / Installing packages...
"%PY%" -m pip install --quiet --require-hashes -r requirements.lock || goto offline
"%PY%" -m pip install --quiet --no-deps --no-build-isolation --editable . || goto failed
copy /y requirements.lock .venv\installed.lock >nul

:open
"%PY%" -m tools.catalogue compile || goto failed
"%PY%" main.py %*
if errorlevel 1 goto failed
exit /b 0

:offline
echo Chưa cài được: lần đầu cần có mạng. Hãy nối mạng rồi mở lại run.bat.
echo Could not install: the first start needs a connection. Connect, then open run.bat again.
:failed
pause
exit /b 1
