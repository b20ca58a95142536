using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Tool.Reproducing;

/// <summary>Gives names, texts and numbers that are the owner's own others that say nothing. What stays are keywords, names of .NET and of
/// packages, and the words of the protocol.</summary>
/// <param name="model">Of the program as it is.</param>
/// <param name="kept">Names that do not resolve and stay, because the finding depends on them.</param>
sealed partial class Neutral(SemanticModel model, IReadOnlySet<string> kept) : CSharpSyntaxRewriter
{
    /// <summary>Words of texts that are the protocol's.</summary>
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "http",
        "https",
        "oauth",
        "oauth2",
        "connect",
        "authorize",
        "authorization",
        "auth",
        "token",
        "code",
        "plain",
        "openid",
        "profile",
        "email",
        "offline",
        "access",
        "id",
        "response",
        "type",
        "client",
        "secret",
        "redirect",
        "uri",
        "scope",
        "state",
        "grant",
        "refresh",
        "challenge",
        "method",
        "verifier",
        "nonce",
        "prompt",
        "mode",
        "form",
        "post",
        "query",
        "request",
        "Bearer",
        "Basic",
        "application",
        "json",
        "x",
        "www",
        "urlencoded",
        "true",
        "false",
        "S256",
        "login",
        "callback",
        "signin",
        "oidc",
    };

    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public override SyntaxToken VisitToken(SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.IdentifierToken) && token.Text != "_" && NewName(token) is { } name)
            return SyntaxFactory.Identifier(Trivia(token.LeadingTrivia), name, Trivia(token.TrailingTrivia));
        if (token.IsKind(SyntaxKind.StringLiteralToken))
            return SyntaxFactory.Literal(
                Trivia(token.LeadingTrivia),
                SymbolDisplay.FormatLiteral(NewText(token.ValueText), quote: true),
                NewText(token.ValueText),
                Trivia(token.TrailingTrivia)
            );
        if (token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        {
            var text = NewText(token.Text);
            return SyntaxFactory.Token(Trivia(token.LeadingTrivia), token.Kind(), text, text, Trivia(token.TrailingTrivia));
        }
        return token.WithLeadingTrivia(Trivia(token.LeadingTrivia)).WithTrailingTrivia(Trivia(token.TrailingTrivia));
    }

    /// <summary>White space alone: comments, regions and inactive code are the owner's.</summary>
    static SyntaxTriviaList Trivia(SyntaxTriviaList list) =>
        [.. list.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))];

    /// <summary>Null for a name that stays.</summary>
    string? NewName(SyntaxToken token)
    {
        if (token.Parent is null || kept.Contains(token.ValueText) || IsOfOthers(token))
            return null;
        if (_names.TryGetValue(token.ValueText, out var known))
            return known;
        var name = $"{(_names.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}{Meaning(token.ValueText)}";
        return _names[token.ValueText] = $"{(char.IsUpper(token.ValueText[0]) ? "Name" : "name")}{name}";
    }

    /// <summary>What a name says of PKCE, which may be what the finding is about.</summary>
    static string Meaning(string name) =>
        Identifier.IsCodeVerifier(name) ? "CodeVerifier"
        : Identifier.IsVerifier(name) ? "Verifier"
        : Identifier.IsCodeChallenge(name) ? "CodeChallenge"
        : Identifier.IsChallenge(name) ? "Challenge"
        : "";

    /// <summary>Whether a name is declared by .NET or a package.</summary>
    bool IsOfOthers(SyntaxToken token)
    {
        var node = token.Parent!;
        var symbol =
            model.GetDeclaredSymbol(node)
            ?? model.GetSymbolInfo(node).Symbol
            ?? (node is SimpleNameSyntax ? model.GetTypeInfo(node).Type : null);
        if (symbol is IErrorTypeSymbol or null)
            return node is IdentifierNameSyntax { IsVar: true } || token.ValueText is "nameof" or "args";
        return symbol.DeclaringSyntaxReferences.IsEmpty && symbol is not (INamespaceSymbol { ConstituentNamespaces.IsEmpty: true })
            || symbol is INamespaceSymbol space && space.Locations.Any(place => place.IsInMetadata)
            || symbol is IMethodSymbol { MethodKind: MethodKind.LambdaMethod };
    }

    string NewText(string text) => Letters().Replace(text, word => word.Value[0] == '%' ? word.Value : NewWord(word.Value));

    string NewWord(string word)
    {
        if (Words.Contains(word) || word.Length < 2)
            return word;
        if (_words.TryGetValue(word, out var known))
            return known;
        // Of the same length, and letters and digits where they were: rules count characters.
        var number = (_words.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var made = string.Concat(word.Select((letter, at) => Like(letter, at + _words.Count)));
        if (made.Length > number.Length + 1 && char.IsLetter(made[0]) && word.All(char.IsLetter))
            made = made[..^number.Length] + string.Concat(number.Select(digit => (char)('a' + (digit - '0'))));
        return _words[word] = made;
    }

    static char Like(char letter, int at) =>
        char.IsDigit(letter) ? (char)('0' + at % 10)
        : char.IsUpper(letter) ? (char)('A' + at % 26)
        : (char)('a' + at % 26);

    [GeneratedRegex("%[0-9A-Fa-f]{2}|[A-Za-z0-9]+")]
    private static partial Regex Letters();
}
