/* Stands in for the bcryptprimitives.dll of Windows in a Wine prefix, which has none: extension
   modules written in Rust take their randomness from it. Never shipped. */
#include <stddef.h>

unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length); /* RtlGenRandom */

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t length) {
    return SystemFunction036(buffer, (unsigned long)length);
}

int __stdcall DllMain(void *instance, unsigned reason, void *reserved) { return 1; }
