using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Requests;

/// <summary>A request that the program puts together, as far as it is known.</summary>
/// <param name="Kind">Which of the two requests of the exchange.</param>
/// <param name="Anchor">The parameter that makes it one: <c>response_type</c> or <c>grant_type</c>, else <c>client_id</c> or
/// <c>code</c>.</param>
/// <param name="Variants">The ways in which it can be put together.</param>
/// <param name="Executable">The member that puts it together.</param>
sealed record Request(RequestKind Kind, Parameter Anchor, ImmutableArray<Variant> Variants, SyntaxNode Executable)
{
    public SyntaxNode Place => Anchor.Place;

    /// <summary>The members that lead to it, among them the one that puts it together.</summary>
    public ImmutableArray<SyntaxNode> Users { get; init; } = [Executable];

    /// <summary>The members or named arguments that take the proof key, where the request is a library's object or call.</summary>
    public ImmutableArray<string> ProofMembers { get; init; } = [];

    /// <summary>The method further on in the chain that takes the verifier, or makes it and gives it away, where the request is a library's
    /// call that has one.</summary>
    public string? ProofCall { get; init; }

    /// <summary>The method further on in the chain that takes any parameter's name and value, where the request is a library's call that
    /// has one.</summary>
    public string? ParameterCall { get; init; }

    /// <summary>The library's type that has the <see cref="ProofMembers"/>, where the request is an object of another one that can become
    /// one of it.</summary>
    public string? ProofType { get; init; }

    /// <summary>Whether it is a library's object or call, which knows its server.</summary>
    public bool IsOfLibrary =>
        !ProofMembers.IsEmpty || ProofCall is not null || ParameterCall is not null || ProofType is not null || IsUrlOfCall;

    /// <summary>Whether it is made by an override of the method by which a handler of ASP.NET Anchor redeems codes: what it is given holds
    /// the verifier that the framework made, where PKCE is on.</summary>
    public bool IsOfHandler =>
        Kind == RequestKind.Token
        && Executable is MethodDeclarationSyntax { Identifier.ValueText: "ExchangeCodeAsync" } method
        && method.Modifiers.Any(SyntaxKind.OverrideKeyword);

    /// <summary>Whether it is a library's call that gives the URL as text.</summary>
    public bool IsUrlOfCall { get; init; }

    /// <summary>The member that writes the anchor: <see cref="Executable"/>, or a method that it calls and that knows by itself what it
    /// asks for.</summary>
    public SyntaxNode Maker =>
        Declarations.Executable(Place) is MethodDeclarationSyntax called
        && called != Executable
        && Creation is null
        && Anchor.Value is Text { Pieces: var pieces }
        && pieces.All(piece => piece is LiteralPiece { Place: var place } && Declarations.Executable(place) == called)
            ? called
            : Executable;

    /// <summary>Where its <see cref="Maker"/> puts it together: the anchor or, where that is a constant's, the one use of the constant, or
    /// where it is set by an object's constructor, the <see cref="Creation"/>. The member itself where that cannot be told.</summary>
    public SyntaxNode Site =>
        Declarations.Executable(Place) == Maker ? Place
        : UsesOfConstant.Take(2).ToList() is [var use] ? use
        : Creation ?? Executable;

    /// <summary>Likewise, each use of a constant that is used several times.</summary>
    public IReadOnlyList<SyntaxNode> Sites =>
        Declarations.Executable(Place) != Maker && UsesOfConstant.ToList() is { Count: > 1 } uses ? uses : [Site];

    /// <summary>Where its member makes the object whose constructor sets the anchor, if it does so once.</summary>
    public SyntaxNode? Creation =>
        Anchor.Entry.Form != EntryForm.Member
        || Place.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not { } constructor
        || constructor == Executable
            ? null
        : Executable
            .DescendantNodes()
            .OfType<ObjectCreationExpressionSyntax>()
            .Where(creation => creation.Type.GetLastToken().ValueText == constructor.Identifier.ValueText)
            .Take(2)
            .ToList()
            is [var only]
            ? only
        : null;

    /// <summary>Where its member uses the constant that holds the anchor, if a constant does.</summary>
    public IEnumerable<ExpressionSyntax> UsesOfConstant =>
        Place.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { Parent.Parent: FieldDeclarationSyntax } constant
            ? []
            : Executable
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == constant.Identifier.ValueText)
                .Select(name =>
                    name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name
                );

    /// <summary>Whether the <see cref="Maker"/> itself sets the anchor, so that what it knows can be set beside it.</summary>
    public bool IsSetByMaker =>
        Anchor.Entry.Form == EntryForm.Text || Declarations.Executable(Anchor.Entry.Place) == Maker || Creation is not null;

    /// <summary>The proof key's parameter that this request has to carry.</summary>
    public string ProofParameter => Kind == RequestKind.Token ? WireNames.CodeVerifier : WireNames.CodeChallenge;

    /// <summary>All that it carries of the proof key: the challenge comes with its method.</summary>
    public string[] ProofParameters => Kind == RequestKind.Token ? [ProofParameter] : [ProofParameter, WireNames.CodeChallengeMethod];

    /// <summary>Whether the code was obtained by an SDK in the user agent, which a redirect URI that is empty or <c>postmessage</c>
    /// shows.</summary>
    public bool IsCodeOfSdk =>
        Kind == RequestKind.Token
        && All(WireNames.RedirectUri) is { IsEmpty: false } given
        // What callers may pass says nothing of the request itself.
        && given.All(parameter =>
            (parameter.Entry.Value is null or LiteralExpressionSyntax)
            && parameter.Value.Alternatives.All(value => value is Text { Exact: "" or "postmessage" })
        );

    public Presence Proof => PresenceOf(ProofParameter);

    public Presence PresenceOf(string name)
    {
        int with = 0,
            without = 0,
            unknown = 0;
        foreach (var variant in Variants)
        {
            if (variant.Find(name) is not { } parameter || parameter.Value.Alternatives.All(IsNothing))
            {
                if (variant.Set.Open.IsEmpty)
                    without++;
                else
                    unknown++;
            }
            else if (parameter.Always && !parameter.Value.Alternatives.Any(IsNothing))
                with++;
            else
                return Presence.Sometimes;
        }
        return (with, without, unknown) switch
        {
            (_, 0, 0) => Presence.Always,
            (0, _, 0) => Presence.Never,
            (0, _, _) or (_, 0, _) => Presence.Unknown,
            _ => Presence.Sometimes,
        };
    }

    // Null is not sent, and an empty text proves nothing.
    static bool IsNothing(Value value) => value is Constant { Content: null } or Text { Exact: "" };

    /// <summary>Everything that a parameter may be in it.</summary>
    public ImmutableArray<Parameter> All(string name) => [.. Variants.Select(variant => variant.Find(name)).OfType<Parameter>().Distinct()];

    /// <summary>The names of its parameters, in the order in which they are written.</summary>
    public IEnumerable<string> ParameterNames =>
        Variants.SelectMany(variant => variant.Set.Parameters).Select(parameter => parameter.Name).Distinct();
}
