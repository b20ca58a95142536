#if !NET
namespace System.Diagnostics.CodeAnalysis;

// The compiler knows it by its name; .NET Standard 2.0 has none.
[AttributeUsage(AttributeTargets.Parameter)]
sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
#endif
