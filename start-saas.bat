@echo off
rem Starts everything: the same as "npm start", from any folder.
cd /d "%~dp0"
call npm start -- %*
