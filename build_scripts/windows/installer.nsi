; The installer of the Windows program: for one user, without administrator rights.
;
; installer.py runs makensis with NAME (what the user calls it), VERSION (x.y.z), ICON, FILES (the
; list of files it has made), OUTPUT and TARGET (which stub). Options of the finished setup.exe:
;   /S          silently; status 3: Windows is too old, 4: the program is running, 5: not copied
;   /D=FOLDER   where to; last, and without quotation marks
; and of uninstall.exe: /S, and /DELETEDATA, which deletes what the user has made as well.

Unicode true
Target ${TARGET}
!ifdef QUICK ; for drills: larger, but made in seconds
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave on
ManifestDPIAware true
AllowSkipFiles off
RequestExecutionLevel user

!include "MUI2.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "nsDialogs.nsh"

!define KEY "Software\PolicyViewer"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\PolicyViewer"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\PolicyViewer"
!define ASSOCIATIONS_CHANGED 0x08000000

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\PolicyViewer"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
BrandingText "${NAME} ${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\PolicyViewer.exe"

Page custom MaintenancePage LeaveMaintenancePage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.DataPage un.LeaveDataPage
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

!macro WORDS NAME_OF CHINESE ENGLISH
  LangString ${NAME_OF} ${LANG_SIMPCHINESE} "${CHINESE}"
  LangString ${NAME_OF} ${LANG_ENGLISH} "${ENGLISH}"
!macroend

!insertmacro WORDS TOO_OLD "需要 Windows 10 或更新的系统（64 位）。这台电脑上没有安装任何东西。" \
  "Windows 10 or later (64-bit) is needed. Nothing was installed on this computer."
!insertmacro WORDS RUNNING "${NAME}正在运行。请关闭它的窗口，再点“重试”。" \
  "${NAME} is running. Close its window, then choose Retry."
!insertmacro WORDS NOT_COPIED "程序文件没有写完。请检查磁盘空间和文件夹的写入权限；原来的程序没有改动。" \
  "The program's files could not all be written. Check the disk's space and the folder's permissions; the former program was not changed."
!insertmacro WORDS PRESENT "这台电脑上已经装有 ${NAME} ${VERSION}。" \
  "${NAME} ${VERSION} is installed on this computer already."
!insertmacro WORDS PRESENT_HINT "批注、导入的文件和设置都会保留。" \
  "Your notes, documents and settings are kept."
!insertmacro WORDS REPAIR "修复：把程序文件重新装一遍" "Repair: install the program's files again"
!insertmacro WORDS REMOVE "卸载程序" "Uninstall the program"
!insertmacro WORDS REMOVING "卸载 ${NAME}" "Uninstall ${NAME}"
!insertmacro WORDS REMOVING_HINT "程序将被删除。批注、导入的文件和设置会保留，除非选中下面一项。" \
  "The program is removed. Your notes, documents and settings are kept unless you tick the box below."
!insertmacro WORDS DELETE_DATA "同时删除我的批注、导入的文件和设置，删除后不能恢复" \
  "Delete my notes, imported documents and settings as well; they cannot be brought back"
!insertmacro WORDS NOTES_KIND "政策阅读器批注包" "PolicyViewer note package"
!insertmacro WORDS PACK_KIND "政策阅读器文库包" "PolicyViewer library pack"

!macro VERSION_IN LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${NAME} ${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "PolicyViewer"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "MIT"
!macroend
VIProductVersion "${VERSION}.0"
!insertmacro VERSION_IN ${LANG_SIMPCHINESE}
!insertmacro VERSION_IN ${LANG_ENGLISH}

Var Choice
Var DeleteData

; Leave with status 4 unless no program file is in use; the user may close the window and retry.
!macro WAIT_UNTIL_CLOSED
  retry:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\PolicyViewer.exe"
    FileOpen $0 "$INSTDIR\PolicyViewer.exe" a
    FileClose $0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\policyviewer-cli.exe"
    FileOpen $0 "$INSTDIR\policyviewer-cli.exe" a
    FileClose $0
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY retry
    SetErrorLevel 4
    Quit
  ${EndIf}
!macroend

!macro ASSOCIATE ENDING CLASS WORDS
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" '"$INSTDIR\PolicyViewer.exe",0'
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\PolicyViewer.exe" open "%1"'
!macroend

!macro DISSOCIATE ENDING CLASS
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "${CLASSES}\${ENDING}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i ${ASSOCIATIONS_CHANGED}, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Function MaintenancePage
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
  ${OrIf} $0 != "${VERSION}"
    Abort ; nothing is there, or it is another version, which is replaced
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(PRESENT)" "$(PRESENT_HINT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 20u 100% 14u "$(REPAIR)"
  Pop $Choice
  ${NSD_Check} $Choice
  ${NSD_CreateRadioButton} 0 40u 100% 14u "$(REMOVE)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function LeaveMaintenancePage
  ${NSD_GetState} $Choice $0
  ${If} $0 != ${BST_CHECKED}
    Exec '"$INSTDIR\uninstall.exe"'
    Quit
  ${EndIf}
FunctionEnd

; The new files are copied beside the old ones first: where that fails, the program is as it was.
Section
  !insertmacro WAIT_UNTIL_CLOSED
  RMDir /r "$INSTDIR\new"
  ClearErrors
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\new"
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_COPIED)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  CreateDirectory "$INSTDIR\old"
  ${If} ${FileExists} "$INSTDIR\_internal\*"
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\old\_internal"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\new"
      MessageBox MB_OK|MB_ICONSTOP "$(RUNNING)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
  Delete "$INSTDIR\PolicyViewer.exe"
  Delete "$INSTDIR\policyviewer-cli.exe"
  Rename "$INSTDIR\new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\new\PolicyViewer.exe" "$INSTDIR\PolicyViewer.exe"
  Rename "$INSTDIR\new\policyviewer-cli.exe" "$INSTDIR\policyviewer-cli.exe"
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  ReadRegStr $0 HKCU "${KEY}" "Shortcut"
  ${If} $0 != ""
    Delete "$SMPROGRAMS\$0.lnk" ; it may have had another name
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\PolicyViewer.exe" "" "$INSTDIR\_internal\resources\icons\policyviewer.ico"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Shortcut" "${NAME}"

  !insertmacro ASSOCIATE ".pvnotes" "PolicyViewer.Notes" "$(NOTES_KIND)"
  !insertmacro ASSOCIATE ".pvpack" "PolicyViewer.Pack" "$(PACK_KIND)"
  !insertmacro TELL_EXPLORER

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\PolicyViewer.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "PolicyViewer"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  StrCpy $DeleteData ${BST_UNCHECKED}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETEDATA" $1
  ${IfNot} ${Errors}
    StrCpy $DeleteData ${BST_CHECKED}
  ${EndIf}
FunctionEnd

Function un.DataPage
  !insertmacro MUI_HEADER_TEXT "$(REMOVING)" ""
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 10u 100% 24u "$(REMOVING_HINT)"
  Pop $0
  ${NSD_CreateCheckbox} 0 44u 100% 14u "$(DELETE_DATA)"
  Pop $Choice
  ${NSD_SetState} $Choice $DeleteData
  nsDialogs::Show
FunctionEnd

Function un.LeaveDataPage
  ${NSD_GetState} $Choice $DeleteData
FunctionEnd

; Only what the installer has put there is deleted; what else lies in the folder stays.
Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\PolicyViewer.exe"
  Delete "$INSTDIR\policyviewer-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"

  RMDir /r "${DATA}\Cache"
  RMDir /r "${DATA}\Logs"
  ${If} $DeleteData == ${BST_CHECKED}
    RMDir /r "${DATA}\data"
    RMDir /r "${DATA}\library"
  ${EndIf}
  RMDir "${DATA}"

  ReadRegStr $0 HKCU "${KEY}" "Shortcut"
  Delete "$SMPROGRAMS\$0.lnk"
  !insertmacro DISSOCIATE ".pvnotes" "PolicyViewer.Notes"
  !insertmacro DISSOCIATE ".pvpack" "PolicyViewer.Pack"
  !insertmacro TELL_EXPLORER
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
