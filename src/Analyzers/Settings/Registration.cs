using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Settings;

/// <summary>An object by which a library is configured, with what the program writes to it.</summary>
/// <param name="Match">Its type.</param>
/// <param name="Place">The name of the type that is created, or of the method that registers it.</param>
/// <param name="Writes">In the order in which they are made.</param>
/// <param name="Kind">How the program comes by it.</param>
/// <param name="IsWhole">Whether the object begins here, so that what is not written has its default.</param>
/// <param name="IsOpen">Whether code that is not known may write to it as well.</param>
/// <param name="Scheme">The name under which it is registered, where that is a constant.</param>
sealed record Registration(
    TypeMatch Match,
    SyntaxNode Place,
    ImmutableArray<MemberWrite> Writes,
    RegistrationKind Kind,
    bool IsWhole,
    bool IsOpen,
    string? Scheme
)
{
    public ConfiguredType Type => Match.Type;

    /// <summary>Where a further setting can be written: a lambda, an object creation, a call without arguments; null where there is no such
    /// place.</summary>
    public SyntaxNode? InsertionPlace { get; init; }

    /// <summary>The client's <c>client_id</c>, where that is a constant.</summary>
    public string? ClientId =>
        LastWrites("ClientId").SelectMany(write => write.Values).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>Whether code that is not seen has to write to it, since the library cannot do with what is written here.</summary>
    public bool IsIncomplete =>
        Kind == RegistrationKind.Registered && Type.Needs.Length > 0 && !Writes.Any(write => Type.Needs.Contains(write.Member));

    /// <summary>The writes that can be the last: the last that is always made, and what may come after it.</summary>
    public IEnumerable<MemberWrite> LastWrites(string member)
    {
        var writes = Writes.Where(write => write.Member == member).ToList();
        return writes.Skip(Math.Max(0, writes.FindLastIndex(write => !write.IsConditional)));
    }
}
