@echo off
rem Starts Digit Studio: the studio without arguments, the command line with some.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"

set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo digit-studio: no Java was found; install Java 17 or later and set JAVA_HOME or PATH to it. 1>&2
  exit /b 1
)

set "VERSION="
for /f "tokens=3" %%V in ('""%JAVA%" -version 2>&1" ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~V"
for /f "delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 (
  echo digit-studio: "%JAVA%" is version %VERSION%; install Java 17 or later and set JAVA_HOME or PATH to it. 1>&2
  exit /b 1
)

set "OPTIONS=${jvm.memory}"
if %MAJOR% GEQ 24 set "OPTIONS=%OPTIONS% ${jvm.native},javafx.graphics"
"%JAVA%" --list-modules 2>nul | findstr /b /c:"jdk.incubator.vector" >nul
if not errorlevel 1 set "OPTIONS=%OPTIONS% ${jvm.vector}"

"%JAVA%" %OPTIONS% ${jvm.exports} --module-path "%HOME_FOLDER%\lib\javafx\win" --add-modules=${javafx.modules} "-Ddigitstudio.home=%HOME_FOLDER%" -cp "%HOME_FOLDER%\lib\*" ${main.class} %*
exit /b %ERRORLEVEL%
