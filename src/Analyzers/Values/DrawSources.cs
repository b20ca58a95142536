using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>The members of frameworks and libraries that values are drawn from.</summary>
static class DrawSources
{
    /// <summary>Generators of IdentityModel, BouncyCastle and the Windows Runtime, whose namespaces have changed over time.</summary>
    static readonly HashSet<string> SecureTypes = ["CryptoRandom", "SecureRandom", "CryptographicBuffer", "RNGCryptoServiceProvider"];

    public static SourceKind? Of(ISymbol member) =>
        member switch
        {
            IPropertySymbol { Name: "Shared", ContainingType.Name: "Random" } => SourceKind.PredictableRandom,
            {
                Name: "insideUnitSphere" or "insideUnitCircle" or "value",
                ContainingType: { Name: "Random", ContainingNamespace.Name: "UnityEngine" }
            } => SourceKind.PredictableRandom,
            IPropertySymbol
            {
                Name: "Now" or "UtcNow" or "TickCount" or "TickCount64",
                ContainingType.Name: "DateTime" or "DateTimeOffset" or "Environment"
            } => SourceKind.Clock,
            _ => null,
        };

    /// <summary>What a call or creation draws its result from.</summary>
    public static SourceKind? Of(Call call) =>
        (
            call.Owner
                ?? (
                    call.Type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } type
                        ? Call.FullName(type)
                        : call.WrittenOwner ?? call.Name
                ),
            call.Name
        ) switch
        {
            ("System.Random" or "UnityEngine.Random" or "Random", _) => SourceKind.PredictableRandom,
            ("System.Diagnostics.Stopwatch", "GetTimestamp") => SourceKind.Clock,
            (_, "GetHashCode") => SourceKind.HashCode,
            ("System.IO.Path", "GetRandomFileName") => SourceKind.SecureRandom,
            ("System.Web.Security.Membership" or "Membership", "GeneratePassword") => SourceKind.SecureRandom,
            (var owner, _) when SecureTypes.Contains(owner.Substring(owner.LastIndexOf('.') + 1)) => SourceKind.SecureRandom,
            ("System.Guid", "NewGuid" or "CreateVersion7") => SourceKind.Guid,
            ("System.Security.Cryptography.RandomNumberGenerator" or "System.Security.Cryptography.RNGCryptoServiceProvider", _) =>
                SourceKind.SecureRandom,
            _ => null,
        };
}
