@echo off
rem Opens the app on Windows; the first time it installs what the app needs into .venv.
rem With words behind it, it runs a command instead: run.bat doctor
setlocal
chcp 65001 >nul
title Lớp Học Số
rem pushd, not cd: a folder on a school's server gets a drive letter.
pushd "%~dp0" || goto failed
set "PYTHONUTF8=1"
set "PYTHONHOME="
set "PYTHONPATH="
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
set "PY=.venv\Scripts\python.exe"
set "WORDS=resources\translations\vi\LC_MESSAGES\lessonapp"
set "FITS=import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14) and sys.maxsize > 2**32))"
if not exist main.py goto unpack

rem A .venv whose Python was taken away, or that was not finished, is made anew.
if exist "%PY%" "%PY%" -c "import pip; %FITS%" >nul 2>nul || rmdir /s /q .venv 2>nul
if exist "%PY%" goto packages

rem What is there goes before what `py` would have to fetch.
set "FOUND="
py -c "%FITS%" >nul 2>nul && set "FOUND=py"
if not defined FOUND python -c "%FITS%" >nul 2>nul && set "FOUND=python"
for %%V in (3.13 3.12 3.14 3.11) do if not defined FOUND py -%%V -c "%FITS%" >nul 2>nul && set "FOUND=py -%%V"
if not defined FOUND goto no_python
echo Đang chuẩn bị lần đầu, vài phút... / First start, a few minutes...
%FOUND% -m venv .venv || goto failed

:packages
fc /b requirements.lock .venv\installed.lock >nul 2>nul && goto words
echo Đang cài các gói cần thiết... / Installing packages...
"%PY%" -m pip install --quiet --require-hashes -r requirements.lock || goto not_installed
copy /y requirements.lock .venv\installed.lock >nul

:words
if exist "%WORDS%.json" fc /b "%WORDS%.po" .venv\installed.po >nul 2>nul && goto open
"%PY%" -m tools.catalogue compile || goto failed
copy /y "%WORDS%.po" .venv\installed.po >nul

:open
if not "%~1"=="" goto command
echo Đừng đóng cửa sổ này khi đang dạy. / Keep this window open while you teach.
"%PY%" main.py
rem A program that Windows ended has a number below 0, which `if errorlevel 1` takes for success.
if not "%errorlevel%"=="0" goto failed
popd
exit /b 0

:command
"%PY%" main.py %*
set "CODE=%errorlevel%"
popd
exit /b %CODE%

:unpack
echo Hãy giải nén cả tệp ZIP ra một thư mục (Extract All), rồi mở run.bat trong thư mục đó.
echo Unpack the whole ZIP file into a folder first (Extract All), then open run.bat there.
goto failed

:no_python
echo Máy chưa có Python 3.11 đến 3.14 (64-bit). Hãy cài Python từ python.org, đánh dấu "Add python.exe to PATH", rồi mở lại run.bat.
echo Python 3.11 to 3.14 (64-bit) was not found. Install it from python.org, tick "Add python.exe to PATH", then open run.bat again.
goto failed

:not_installed
echo Chưa cài được: lần đầu cần có mạng. Hãy nối mạng rồi mở lại run.bat.
echo Could not install: the first start needs a connection. Connect, then open run.bat again.
"%PY%" -c "import os, sys; sys.exit(len(os.getcwd()) > 80)" && goto failed
echo Nếu vẫn không được, hãy chuyển thư mục này tới chỗ có đường dẫn ngắn, ví dụ C:\LopHocSo.
echo If it still fails, move this folder to a place with a short path, such as C:\LopHocSo.

:failed
echo Chưa mở được. Lí do ở các dòng trên. / It did not open. The lines above say why.
if "%~1"=="" pause
popd
exit /b 3
