/* What stands beside the program's folder in the portable archive: one thing to click on, and the
   one that can tell an old Windows in words that it is too old. The program itself cannot: there,
   Windows does not even load its libraries.

   Needs nothing but what every Windows has, not even a C runtime. Its arguments are handed on. */
#include <windows.h>

#define LONGEST 32768
#define FIRST_GOOD_VERSION 10

typedef LONG(WINAPI *RtlGetVersion_)(OSVERSIONINFOW *);

static WCHAR place[LONGEST], command[LONGEST];

static void tell(const WCHAR *words) {
    MessageBoxW(NULL, words, L"政策阅读器", MB_OK | MB_ICONSTOP | MB_SETFOREGROUND);
}

static DWORD windows_version(void) {
    OSVERSIONINFOW found = {.dwOSVersionInfoSize = sizeof found};
    RtlGetVersion_ get =
        (RtlGetVersion_)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    return get && get(&found) == 0 ? found.dwMajorVersion : 0;
}

/* Cut the command line behind the first word, which is our own name. */
static const WCHAR *arguments(const WCHAR *line) {
    int quoted = 0;
    for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
        if (*line == L'"') quoted = !quoted;
    return line;
}

static WCHAR *add(WCHAR *end, const WCHAR *text) {
    while (*text && end < command + LONGEST - 1) *end++ = *text++;
    *end = 0;
    return end;
}

static void cut_name(WCHAR *path) {
    WCHAR *last = path;
    for (; *path; path++)
        if (*path == L'\\') last = path;
    *last = 0;
}

static int start(void) {
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION process;
    if (!GetModuleFileNameW(NULL, place, LONGEST)) return 0;
    cut_name(place);
    WCHAR *end = add(add(add(command, L"\""), place), L"\\PolicyViewer\\PolicyViewer.exe\"");
    add(end, arguments(GetCommandLineW()));
    if (!CreateProcessW(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &how, &process)) return 0;
    AllowSetForegroundWindow(process.dwProcessId);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    return 1;
}

void entry(void) {
    if (windows_version() < FIRST_GOOD_VERSION) {
        tell(L"需要 Windows 10 或更新的系统（64 位），这台电脑的系统较旧，不能运行政策阅读器。");
        ExitProcess(3);
    }
    if (!start()) {
        tell(L"没有找到程序文件。请先把整个压缩包解压到一个文件夹，再打开其中的政策阅读器。");
        ExitProcess(2);
    }
    ExitProcess(0);
}
