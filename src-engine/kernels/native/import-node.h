// Windows alone: a library names the program whose functions it calls, and Node, Electron and Unroll are called differently. So the
// places that such calls go through are filled in here, from whichever program has loaded this library.
#pragma once
#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define NODE_FUNCTIONS(FUNCTION)                                                                                                \
  FUNCTION(napi_create_array_with_length)                                                                                       \
  FUNCTION(napi_create_arraybuffer)                                                                                             \
  FUNCTION(napi_create_double)                                                                                                  \
  FUNCTION(napi_create_function)                                                                                                \
  FUNCTION(napi_create_object)                                                                                                  \
  FUNCTION(napi_get_cb_info)                                                                                                    \
  FUNCTION(napi_get_null)                                                                                                       \
  FUNCTION(napi_get_typedarray_info)                                                                                            \
  FUNCTION(napi_get_value_bool)                                                                                                 \
  FUNCTION(napi_get_value_double)                                                                                               \
  FUNCTION(napi_get_value_int32)                                                                                                \
  FUNCTION(napi_get_value_string_utf8)                                                                                          \
  FUNCTION(napi_get_value_uint32)                                                                                               \
  FUNCTION(napi_set_element)                                                                                                    \
  FUNCTION(napi_set_named_property)                                                                                             \
  FUNCTION(napi_throw_type_error)

#define FUNCTION(NAME) extern "C" void* __imp_##NAME = nullptr;
NODE_FUNCTIONS(FUNCTION)
#undef FUNCTION

/** Runs when the library is loaded; false, and it is not, where the program is no Node. */
extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID) {
  if (reason != DLL_PROCESS_ATTACH) return TRUE;
  const HMODULE program = GetModuleHandleW(nullptr);
#define FUNCTION(NAME)                                                           \
  __imp_##NAME = reinterpret_cast<void*>(GetProcAddress(program, #NAME));        \
  if (!__imp_##NAME) return FALSE;
  NODE_FUNCTIONS(FUNCTION)
#undef FUNCTION
  return TRUE;
}
#endif
