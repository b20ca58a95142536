using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>An authorization or token request: where and how parameters are added to it.</summary>
sealed class Request
{
    /// <summary>The kind of a call of a method that hands the parameter on to the request.</summary>
    public const string Call = "call";

    Request(SourceFile file, string kind, TextSpan span, Pair? pair)
    {
        File = file;
        Kind = kind;
        Span = span;
        Pair = pair;
        Place = file.Root.FindNode(span, getInnermostNodeForTie: true);
    }

    public SourceFile File { get; }

    /// <summary>One of <see cref="Insertion"/>, or <see cref="Call"/>.</summary>
    public string Kind { get; }

    public TextSpan Span { get; }

    public SyntaxNode Place { get; }

    /// <summary>The members or arguments that take the parameters, where the kind has such.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>The member that new ones are modelled on, where the kind has one.</summary>
    public MemberPattern? Member { get; private init; }

    /// <summary>The name and value of the parameter that new ones are modelled on, where the kind has one.</summary>
    public Pair? Pair { get; }

    /// <summary>Equal for one request seen from several diagnostics, or from several projects that share the file.</summary>
    public string Key => $"{File.Key}:{Span}";

    public static async Task<Request?> ReadAsync(
        SourceFiles files,
        Diagnostic diagnostic,
        string prefix,
        CancellationToken cancellationToken
    )
    {
        if (!diagnostic.Properties.TryGetValue(prefix + Repair.Kind, out var kind) || kind is null)
            return null;
        var at = diagnostic.IndexOf(prefix + Repair.At);
        if (diagnostic.LocationAt(at) is not { } location)
            return null;
        var file = await files.FindAsync(location, cancellationToken).ConfigureAwait(false);
        if (file is null || location.SourceSpan.End > file.Text.Length)
            return null;
        var name = diagnostic.LocationAt(at + 1);
        var value = diagnostic.LocationAt(at + 2);
        var isPair = IsExpression(file, name) && IsExpression(file, value);
        var pair = isPair ? new Pair(file, name!.SourceSpan, value!.SourceSpan) : null;
        var names =
            diagnostic.Properties.TryGetValue(prefix + Repair.Names, out var written) && written is not null ? written.Split(' ') : [];
        var request = new Request(file, kind, location.SourceSpan, pair)
        {
            Names = names,
            Member =
                kind == Insertion.NewMembers
                    ? await MemberPattern.ReadAsync(files, diagnostic, at + 1, cancellationToken).ConfigureAwait(false)
                    : null,
        };
        // In code that is being typed the places of quotes and braces are guesses.
        return request.Place.ContainsDiagnostics ? null : request;
    }

    public static Request OfCall(SourceFile file, TextSpan call) => new(file, Call, call, pair: null);

    /// <summary>What makes the proof key of this request, at <paramref name="position"/> in its file.</summary>
    public IProofKeyCode ProofKeysAt(int position, SolutionEdits edits, SolutionEdits planned, Names names) =>
        Kind == Insertion.OutCall && File.LanguageVersion >= LanguageVersion.CSharp7
            ? new OutCallProofKeyCode(File.Text.ToString(Span), Names[0], () => names.Local("authorizationRequest", null, Place))
            : ProofKeyCode.At(File, position, edits, planned);

    /// <summary>The value of an expression that must not be null; before C# 7 the server has to say what is missing.</summary>
    /// <param name="exception">The name of an exception in the namespace <c>System</c>.</param>
    /// <param name="argument">Of its constructor, as C#.</param>
    public string OrThrow(string expression, string exception, string argument) => OrThrow(expression, nameof(System), exception, argument);

    /// <summary>Likewise by an exception of the namespace <paramref name="space"/>.</summary>
    public string OrThrow(string expression, string space, string exception, string argument)
    {
        var type = File.Model.LookupNamespacesAndTypes(Span.Start, name: exception).IsEmpty
            ? $"{File.Rooted(Span.Start, space)}.{exception}"
            : exception;
        return File.LanguageVersion < LanguageVersion.CSharp7 ? expression : $"{expression} ?? throw new {type}({argument})";
    }

    static bool IsExpression(SourceFile file, Location? location) =>
        location is { SourceSpan: var span }
        && span.End <= file.Text.Length
        && file.Root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax node
        && node.Span == span;
}
