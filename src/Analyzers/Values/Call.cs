using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A call whose receiver and arguments are evaluated; made alike from a call that binds and from one that does not.</summary>
/// <param name="Name">The method's name; for an object creation the type's.</param>
/// <param name="Method">What is called; null where it does not resolve.</param>
/// <param name="Receiver">The object it is called on, also of an extension method; null for static calls and creations.</param>
/// <param name="Arguments">Without the receiver, a parameter array spread out.</param>
/// <param name="Type">What it gives; null where that does not resolve.</param>
/// <param name="Place">The call's syntax.</param>
sealed record Call(
    string Name,
    IMethodSymbol? Method,
    Argument? Receiver,
    ImmutableArray<Argument> Arguments,
    ITypeSymbol? Type,
    SyntaxNode Place
)
{
    /// <summary>The type that declares the method, as <c>Namespace.Type</c> without type arguments; null where it does not
    /// resolve.</summary>
    public string? Owner { get; } = Method?.ContainingType is { TypeKind: not TypeKind.Error } type ? FullName(type) : null;

    /// <summary>The name before the method's where that does not resolve; null where there is none.</summary>
    public string? WrittenOwner =>
        Method is null && Place is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var written } }
            ? written is SimpleNameSyntax simple
                ? simple.Identifier.ValueText
                : (written as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
            : null;

    /// <summary>The simple name of the type that a call is made on, as far as it is written.</summary>
    public string OwnerName =>
        Method?.ContainingType is { TypeKind: not TypeKind.Error } owner ? owner.Name
        : Receiver?.Operation.Type is { TypeKind: not TypeKind.Error, Name: { Length: > 0 } name } ? name
        : WrittenOwner ?? "";

    /// <summary>The first argument that is no switch or number; else the first.</summary>
    public Argument? Given =>
        Arguments.FirstOrDefault(argument => argument.Value is not (Constant or EnumMember) || argument.Value == Arguments[0].Value);

    /// <summary>What an argument is, where it is known by heart: of a text the string, of an enum the member's name.</summary>
    public object? Exact(int index) =>
        index < 0 || index >= Arguments.Length
            ? null
            : Arguments[index].Value switch
            {
                Constant constant => constant.Content,
                Text text => text.Exact,
                EnumMember member => member.Name,
                _ => null,
            };

    /// <summary>Likewise of a number.</summary>
    public int? Int(int index) =>
        Exact(index) is { } value and (int or byte or short or long or uint) ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether the method is declared by the type of that name, or does not resolve.</summary>
    public bool IsOn(string owner) => Owner is null || Owner == owner;

    public IEnumerable<Argument> ReceiverAndArguments => Receiver is { } receiver ? Arguments.Insert(0, receiver) : Arguments;

    public static string FullName(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.Name : type.Name;
}
