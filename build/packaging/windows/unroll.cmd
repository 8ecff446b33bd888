@echo off
rem The terminal command of the installed program. A batch file waits for the program, a prompt would not.
setlocal
"%~dp0..\..\Unroll.exe" --log-level=3 --unroll-terminal -- %*
exit /b %errorlevel%
