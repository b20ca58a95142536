#if !NET
namespace System.Diagnostics.CodeAnalysis;

// The compiler knows it by its name; .NET Standard 2.0 has none.
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
sealed class MemberNotNullWhenAttribute(bool returnValue, params string[] members) : Attribute
{
    public bool ReturnValue { get; } = returnValue;

    public string[] Members { get; } = members;
}
#endif
