; What the installer does beside electron-builder's own: the terminal command, and "Open with" for texts without becoming the default.

!macro customInstall
  ; This folder is on every user's PATH, and no administrator is needed for it.
  CreateDirectory "$LOCALAPPDATA\Microsoft\WindowsApps"
  FileOpen $0 "$LOCALAPPDATA\Microsoft\WindowsApps\unroll.cmd" w
  FileWrite $0 '@"$INSTDIR\resources\bin\unroll.cmd" %*$\r$\n'
  FileClose $0

  WriteRegStr HKCU "Software\Classes\Unroll.Text" "" "Text"
  WriteRegStr HKCU "Software\Classes\Unroll.Text\shell\open\command" "" '"$INSTDIR\Unroll.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.txt\OpenWithProgids" "Unroll.Text" ""
  WriteRegStr HKCU "Software\Classes\.md\OpenWithProgids" "Unroll.Text" ""
!macroend

!macro customUnInstall
  Delete "$LOCALAPPDATA\Microsoft\WindowsApps\unroll.cmd"
  DeleteRegKey HKCU "Software\Classes\Unroll.Text"
  DeleteRegValue HKCU "Software\Classes\.txt\OpenWithProgids" "Unroll.Text"
  DeleteRegValue HKCU "Software\Classes\.md\OpenWithProgids" "Unroll.Text"
!macroend
