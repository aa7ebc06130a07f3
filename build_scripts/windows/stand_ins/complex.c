/* The complex functions of the C runtime, which the ucrtbase.dll of Wine 8 names but does not
   have, and NumPy calls when it is imported. A DLL is linked from this that hands everything else
   on to Wine's own; it stands in for ucrtbase.dll in the prefix and is never shipped.

   Microsoft passes complex numbers as structures, and its long double is a double. */
#include <complex.h>

typedef struct { double real, imaginary; } Double;
typedef struct { float real, imaginary; } Float;

#define MAKE(type, z) (*(type _Complex *)&(z))

#define COMPLEX(name, function, structure, type)                                                 \
    structure stand_in_##name(structure z) {                                                     \
        type _Complex result = function(MAKE(type, z));                                          \
        return *(structure *)&result;                                                            \
    }
#define REAL(name, function, structure, type)                                                    \
    type stand_in_##name(structure z) { return function(MAKE(type, z)); }
#define POWER(name, function, structure, type)                                                   \
    structure stand_in_##name(structure z, structure exponent) {                                 \
        type _Complex result = function(MAKE(type, z), MAKE(type, exponent));                    \
        return *(structure *)&result;                                                            \
    }
#define ALL(kind, name)                                                                          \
    kind(name, name, Double, double) kind(name##l, name, Double, double)                         \
    kind(name##f, name##f, Float, float)

ALL(REAL, cabs)
ALL(REAL, carg)
ALL(REAL, creal)
ALL(REAL, cimag)
ALL(POWER, cpow)
ALL(COMPLEX, cacos)
ALL(COMPLEX, cacosh)
ALL(COMPLEX, casin)
ALL(COMPLEX, casinh)
ALL(COMPLEX, catan)
ALL(COMPLEX, catanh)
ALL(COMPLEX, ccos)
ALL(COMPLEX, ccosh)
ALL(COMPLEX, cexp)
ALL(COMPLEX, clog)
ALL(COMPLEX, csin)
ALL(COMPLEX, csinh)
ALL(COMPLEX, csqrt)
ALL(COMPLEX, ctan)
ALL(COMPLEX, ctanh)

int __stdcall DllMain(void *instance, unsigned reason, void *reserved) { return 1; }
