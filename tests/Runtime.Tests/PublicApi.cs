using System.Reflection;
using System.Text;

namespace PkceAnalyzers.Runtime.Tests;

/// <summary>The public surface of an assembly as text: one line a type, one a member, in a fixed order.</summary>
static class PublicApi
{
    static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(DeclarationOf(type)).Append('\n');
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    static string DeclarationOf(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => IsReadOnly(type) ? "readonly struct" : "struct",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = new[] { type.BaseType! }.Where(b => !type.IsValueType && b != typeof(object))
            .Concat(type.IsEnum ? [] : type.GetInterfaces().OrderBy(i => i.Name, StringComparer.Ordinal))
            .Select(NameOf)
            .ToList();
        return $"{kind} {type.FullName}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
            yield return $"{type.Name}({ParametersOf(constructor)})";
        foreach (var method in type.GetMethods(Declared).Where(IsVisible).Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)))
            yield return $"{ModifierOf(method)}{NameOf(Nullability.Create(method.ReturnParameter))} {method.Name}({ParametersOf(method)})";
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors().Length > 0))
            yield return $"{ModifierOf(property.GetAccessors()[0])}{NameOf(Nullability.Create(property))} {property.Name} {{ {(property.GetMethod is { IsPublic: true } ? "get; " : "")}{(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}";
        foreach (var field in type.GetFields(Declared).Where(f => f is { IsPublic: true, IsSpecialName: false }))
            yield return field.IsLiteral
                ? $"const {NameOf(field.FieldType)} {field.Name} = {Convert.ChangeType(field.GetRawConstantValue(), typeof(string), null)}"
                : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{NameOf(Nullability.Create(field))} {field.Name}";
    }

    // By name: an assembly for .NET Standard 2.0 carries an attribute of its own.
    static bool IsReadOnly(Type type) => type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsReadOnlyAttribute");

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static string ModifierOf(MethodInfo method) =>
        method.IsStatic ? "static " : method.GetBaseDefinition() != method ? "override " : "";

    static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.IsOut ? "out " : "")}{NameOf(Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + (p.RawDefaultValue ?? "null") : "")}"));

    /// <summary>A type with what it says about null: <c>?</c> for may be null, <c>!</c> for says nothing.</summary>
    static string NameOf(NullabilityInfo info)
    {
        var mark = info.Type.IsValueType || info.Type.IsByRef ? ""
            : info.ReadState == NullabilityState.Nullable ? "?"
            : info.ReadState == NullabilityState.Unknown ? "!"
            : "";
        var name = info.GenericTypeArguments.Length == 0
            ? NameOf(info.Type)
            : $"{NameOf(info.Type).Split('<')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(NameOf))}>";
        return name + mark;
    }

    static string NameOf(Type type)
    {
        if (type.IsByRef)
            return NameOf(type.GetElementType()!);
        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }
}
