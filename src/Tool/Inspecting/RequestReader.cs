using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Values;
using Place = PkceAnalyzers.Tool.Scanning.Place;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>Asks the analyzers' own models what requests a project makes. The only part of the tool that knows those models.</summary>
sealed class RequestReader(CompiledGroup group)
{
    const int MostShown = 120;

    readonly ProjectAnalysis _analysis = ProjectAnalysis.Of(group.Compilation, group.Options);

    /// <summary>The requests of a file, in source order.</summary>
    public IReadOnlyList<SeenRequest> In(SyntaxTree tree, CancellationToken cancel)
    {
        var file = _analysis.ModelOf(tree, cancel);
        return
        [
            .. file
                .Requests.Where(request => !IsReceived(request))
                .Select(request => Seen(request, file))
                .OrderBy(request => request.Place),
        ];
    }

    /// <summary>Whether it is one that a server gets, reads and hands on: each parameter comes from a parameter of the same name.</summary>
    static bool IsReceived(Request request) =>
        ReceivedNames.SelectMany(name => request.All(name)).Select(parameter => parameter.ShownAt).ToList() is { Count: > 1 } values
        && values.TrueForAll(value =>
            value
                .DescendantTokens()
                .Any(token =>
                    token.IsKind(SyntaxKind.StringLiteralToken) && ReceivedNames.Contains(token.ValueText) && value != token.Parent
                )
        );

    static readonly string[] ReceivedNames = [WireNames.ClientId, WireNames.RedirectUri, WireNames.CodeChallenge];

    static SeenRequest Seen(Request request, FileModel file) =>
        new(
            request.Kind switch
            {
                RequestKind.Authorization => "authorization",
                RequestKind.Token => "token",
                _ => "front-channel",
            },
            PlaceOf(request.Place),
            LineOf(request.Place),
            NameOf(request.Executable),
            request.Variants.Select(variant => Written(variant.Endpoint)).FirstOrDefault(text => text.Length > 0) ?? "",
            StateOf(request),
            [.. request.ParameterNames.Select(name => Seen(name, request))],
            [.. request.Variants.SelectMany(variant => variant.Set.Open).Distinct().Select(Code)],
            file.Markers.ReasonFor(request, request.Kind == RequestKind.Token ? "PKCE1004" : "PKCE1001")
        )
        {
            Verifier = VerifierOf(request),
            Host = request.Variants.Select(variant => variant.Endpoint.Host).FirstOrDefault(host => host is not null) ?? "",
        };

    static SeenVerifier VerifierOf(Request request)
    {
        if (request.All(request.ProofParameter) is not [var proof, ..])
            return SeenVerifier.Unknown;
        var sources = proof
            .Value.Sources.Items.Select(source => NameOf(source.Kind))
            .Where(name => name.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var bits =
            request.Kind == RequestKind.Authorization
                ? request.Variants.Select(variant => variant.Challenge?.Bits).FirstOrDefault(known => known is not null)
                : BitsOf(proof.Value);
        var kept = request.Kind == RequestKind.Token ? Short(proof.ShownAt.ToString()) : "";
        return new(string.Join(" and ", sources), bits, kept);
    }

    static double? BitsOf(Value value) =>
        value switch
        {
            Unknown { Sample.Bits: { } bits } => bits,
            Text { Pieces: [HolePiece hole] } => BitsOf(hole.Content),
            _ => null,
        };

    static string NameOf(SourceKind kind) =>
        kind switch
        {
            SourceKind.SecureRandom => "secure random numbers",
            SourceKind.PredictableRandom => "predictable random numbers",
            SourceKind.Guid => "GUID",
            SourceKind.Clock => "time",
            SourceKind.HashCode => "hash code",
            _ => "",
        };

    static SeenParameter Seen(string name, Request request)
    {
        var all = request.All(name);
        var isAlways = request.Variants.All(variant => variant.Find(name) is { Always: true });
        return new(name, [.. all.SelectMany(parameter => Values(parameter)).Distinct()], isAlways, PlaceOf(all[0].Place));
    }

    static IEnumerable<string> Values(Parameter parameter) =>
        parameter.Value.Alternatives.Select(value =>
            value switch
            {
                Text { Exact: { } text } => $"\"{Short(text)}\"",
                Constant { Content: var content } => Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture) ?? "null",
                Text text => $"\"{Short(Written(text))}\"",
                _ => parameter.Entry.Value is { } code ? Short(code.ToString()) : "(not known)",
            }
        );

    static PkceState StateOf(Request request) =>
        (request.Kind, request.Proof) switch
        {
            (RequestKind.FrontChannel, _) => PkceState.NotApplicable,
            (_, Presence.Never) => PkceState.None,
            (_, Presence.Sometimes) => PkceState.Conditional,
            (_, Presence.Unknown) => PkceState.Unknown,
            (RequestKind.Token, _) => PkceState.Verifier,
            _ => MethodOf(request),
        };

    static PkceState MethodOf(Request request)
    {
        var methods = request
            .All(WireNames.CodeChallengeMethod)
            .SelectMany(parameter => parameter.Value.Alternatives)
            .Select(value => (value as Text)?.Exact)
            .ToList();
        return methods.Count > 0 && methods.TrueForAll(method => method == "S256") ? PkceState.S256
            : methods.Contains("plain") || methods.Count == 0 && request.PresenceOf(WireNames.CodeChallengeMethod) == Presence.Never
                ? PkceState.Plain
            : PkceState.Challenge;
    }

    /// <summary>A text with its holes as the code that gives them.</summary>
    static string Written(Text text) =>
        string.Concat(
            text.Pieces.Select(piece =>
                piece switch
                {
                    LiteralPiece literal => literal.Content,
                    HolePiece hole => $"{{{Short(hole.Place.ToString())}}}",
                    OptionalPiece optional => $"[{Written(optional.Content)}]",
                    _ => "{…}",
                }
            )
        );

    static string NameOf(SyntaxNode executable)
    {
        var type = executable.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText;
        var member = executable
            .AncestorsAndSelf()
            .Select(node =>
                node switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
                    VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.ValueText,
                    _ => null,
                }
            )
            .FirstOrDefault(name => name is not null);
        return string.Join('.', new[] { type, member }.OfType<string>()) is { Length: > 0 } name ? name : "top-level statements";
    }

    static SeenCode Code(SyntaxNode node) => new(Short(node.ToString()), PlaceOf(node));

    static string LineOf(SyntaxNode node) => Short(node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString());

    static string Short(string text)
    {
        var line = Printable.Line(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length <= MostShown ? line : line[..MostShown] + "…";
    }

    static Place PlaceOf(SyntaxNode node) => Place.Of(node.GetLocation())!;
}
