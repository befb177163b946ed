@echo off
rem The tool 'infra', from this repository: on Windows what the script infra is elsewhere.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0eng\infra.ps1" %*
exit /b %ERRORLEVEL%
