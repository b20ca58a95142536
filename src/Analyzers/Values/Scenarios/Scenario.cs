using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>One line of the list of attacks: what a server is given when its check is run. What is null is missing.</summary>
/// <param name="Verifier">The code verifier of the token request.</param>
/// <param name="Challenge">The code challenge that was stored with the code.</param>
/// <param name="Method">The transformation that was stored with it.</param>
sealed record Scenario(string? Verifier, string? Challenge, string? Method)
{
    /// <summary>The verifier and the challenge of RFC 7636 appendix B.</summary>
    public const string RightVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string RightChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public const string Plain = "plain";

    /// <summary>Whether the client has no secret.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether a setting demands PKCE.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Whether code that is not looked into, and is given both, takes the one for the other's.</summary>
    public bool Matches => Verifier is not null && Challenge is not null && S256(Verifier) == Challenge;

    /// <summary>The value of an input; null where its type has no such value.</summary>
    public Value? Give(ProofRole role, ITypeSymbol? type, SyntaxNode place)
    {
        var (text, kind) = role switch
        {
            ProofRole.Verifier => (Verifier, SourceKind.PresentedVerifier),
            ProofRole.Challenge => (Challenge, SourceKind.StoredChallenge),
            _ => (Method, SourceKind.StoredMethod),
        };
        var from = SourceSet.Of(kind, place);
        var mayBeNull = type?.TypeKind != TypeKind.Enum;
        if (type is INamedTypeSymbol { Name: "Nullable", TypeArguments: [var inner] })
            type = inner;
        return type switch
        {
            _ when text is null && mayBeNull => Constant.Null with { From = from },
            { TypeKind: TypeKind.Enum } when role == ProofRole.Method => MemberOf(type, from),
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => new Unknown(from)
            {
                Sample = SampledValue.Fixed(text!).Then(StageKind.Base64Decoding, OctetsOf),
            },
            { SpecialType: SpecialType.System_String or SpecialType.System_Object or SpecialType.None } when MayBeText(type) =>
                Text.Literal(text!, place, from),
            null => Text.Literal(text!, place, from),
            _ => null,
        };
    }

    static bool MayBeText(ITypeSymbol type) =>
        type.SpecialType != SpecialType.None
        || type is IErrorTypeSymbol or IDynamicTypeSymbol or ITypeParameterSymbol
        || type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: true, TypeKind: TypeKind.Struct };

    /// <summary>The member of an enum of transformations that is called after the method; for one that is missing or unknown, one that is
    /// called after none.</summary>
    Value? MemberOf(ITypeSymbol type, SourceSet from)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && IsMethod(member.Name));
        return member is null ? null : new EnumMember(member.Name, member.ConstantValue) { From = from };

        bool IsMethod(string name) =>
            name is "S256" or "Sha256" or "SHA256" ? Method == WireNames.S256
            : name == "Plain" ? Method == Plain
            : Method is not (WireNames.S256 or Plain);
    }

    static object? OctetsOf(object text)
    {
        var base64 = ((string)text).Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }

    public static string S256(string verifier)
    {
        using var sha256 = SHA256.Create();
        return Convert
            .ToBase64String(sha256.ComputeHash(Encoding.ASCII.GetBytes(verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
    }
}
