#if !NET
namespace System.Diagnostics.CodeAnalysis;

// The compiler knows them by their names; .NET Standard 2.0 has none of them.

[AttributeUsage(AttributeTargets.Parameter)]
sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
sealed class MemberNotNullWhenAttribute(bool returnValue, params string[] members) : Attribute
{
    public bool ReturnValue { get; } = returnValue;

    public string[] Members { get; } = members;
}
#endif
