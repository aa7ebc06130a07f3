/* Stands in for the icuuc.dll of Windows 10 in a Wine prefix, which has none: Qt6Core.dll is
   linked to it. It goes into the prefix's system32 for building and testing and is never shipped.
   No converter can be opened, so Qt has its own codecs (UTF-8, UTF-16, UTF-32, Latin-1) only. */
#include <stdint.h>

#define EXPORT __declspec(dllexport)
#define FILE_ACCESS_ERROR 4

static void fail(int *error) { if (error) *error = FILE_ACCESS_ERROR; }

EXPORT void *ucnv_open(const char *name, int *error) { fail(error); return 0; }
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT int8_t ucnv_getMaxCharSize(const void *converter) { return 1; }
EXPORT const char *ucnv_getName(const void *converter, int *error) { fail(error); return 0; }
EXPORT const char *ucnv_getAvailableName(int32_t number) { return 0; }
EXPORT int32_t ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    fail(error);
    return 0;
}
EXPORT void ucnv_getToUCallBack(const void *converter, void **action, const void **context) {
    if (action) *action = 0;
    if (context) *context = 0;
}
EXPORT void ucnv_getFromUCallBack(const void *converter, void **action, const void **context) {
    if (action) *action = 0;
    if (context) *context = 0;
}
EXPORT void ucnv_setToUCallBack(void *converter, void *action, const void *context, void **former,
                                const void **former_context, int *error) { fail(error); }
EXPORT void ucnv_setFromUCallBack(void *converter, void *action, const void *context,
                                  void **former, const void **former_context, int *error) {
    fail(error);
}
EXPORT void ucnv_cbToUWriteUChars(void *arguments, const void *source, int32_t length,
                                  int32_t offset, int *error) { fail(error); }
EXPORT void ucnv_cbFromUWriteUChars(void *arguments, const void **source, const void *limit,
                                    int32_t offset, int *error) { fail(error); }
EXPORT void ucnv_toUnicode(void *converter, void **target, const void *target_limit,
                           const char **source, const char *source_limit, int32_t *offsets,
                           int8_t flush, int *error) { fail(error); }
EXPORT void ucnv_fromUnicode(void *converter, char **target, const char *target_limit,
                             const void **source, const void *source_limit, int32_t *offsets,
                             int8_t flush, int *error) { fail(error); }
EXPORT int32_t ucnv_toUCountPending(const void *converter, int *error) { fail(error); return 0; }
EXPORT int32_t ucnv_fromUCountPending(const void *converter, int *error) { fail(error); return 0; }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}

int __stdcall DllMain(void *instance, unsigned reason, void *reserved) { return 1; }
