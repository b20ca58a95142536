using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static PkceAnalyzers.Equivalence.Tests.Rewrites.SourceFile;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>What stands beside the code and has nothing to do with it.</summary>
static class NoiseRewrites
{
    const string Words = "code_challenge, code_challenge_method=S256, code_verifier, CodeVerifier, UsePkce = true, RequirePkce, SHA256, plain, ProofKey";

    public static IReadOnlyList<Rewrite> All { get; } =
    [
        new("comments", file => file.All<StatementSyntax>().Where(statement => statement.Parent is BlockSyntax).Select(statement => new TextChange(new TextSpan(statement.SpanStart, 0), "/* as before */ "))),
        new("comments with the words of PKCE", file => file.All<StatementSyntax>().Where(statement => statement.Parent is BlockSyntax).Select(statement => new TextChange(new TextSpan(statement.SpanStart, 0), $"/* {Words} */ "))
            .Concat(file.All<MemberDeclarationSyntax>().Select(member => new TextChange(new TextSpan(member.SpanStart, 0), $"/* {Words} */ ")))),
        new("documentation with the words of PKCE", file => file.All<MethodDeclarationSyntax>().Where(method => !method.HasStructuredTrivia).Select(method => new TextChange(new TextSpan(method.SpanStart, 0), $"\n/// <summary>{Words}</summary>\n"))),
        new("regions", file => file.All<MethodDeclarationSyntax>().SelectMany(method => new[] { new TextChange(new TextSpan(method.SpanStart, 0), "\n#region code_challenge\n"), new TextChange(new TextSpan(method.Span.End, 0), "\n#endregion\n") })),
        new("attributes", file => file.All<MethodDeclarationSyntax>().Select(method => new TextChange(new TextSpan(method.SpanStart, 0), $"[global::System.ComponentModel.Description(\"{Words}\")] "))),
        new("dead branch", file => Bodies(file, "if (global::System.Environment.TickCount == 0 && global::System.Environment.TickCount == 1) { global::System.Console.WriteLine(\"never\"); }")),
        new("unrelated request in the body", file => Bodies(file, "global::System.Console.WriteLine(\"https://example.org/search?q=\" + global::System.Uri.EscapeDataString(\"a b\") + \"&page=2\");")),
        new("unrelated dictionary in the body", file => Bodies(file, "global::System.Console.WriteLine(new global::System.Collections.Generic.Dictionary<string, string> { [\"q\"] = \"words\", [\"page\"] = \"2\" }.Count);")),
        new("unused members", file => Types(file, "private const string UnusedWord = \"page\"; private static string UnusedMethod(string left) { var right = left.Trim(); return right + UnusedWord; }")),
        new("unused words of PKCE", file => Types(file, "private const string UnusedName = \"code_challenge\"; private const string UnusedOther = \"code_verifier\";")),
        new("unrelated type of the same names", file =>
        {
            file.AddElsewhere("sealed class Unrelated { public bool UsePkce { get; set; } public bool RequirePkce { get; set; } public string ResponseType { get; set; } = \"\"; public Unrelated Set() { UsePkce = true; RequirePkce = true; ResponseType = \"text/plain\"; return this; } }");
            return [new TextChange(new TextSpan(file.Root.FullSpan.End, 0), "\n")];
        }),
    ];

    static IEnumerable<TextChange> Bodies(SourceFile file, string statement) => file.All<BaseMethodDeclarationSyntax>().Where(method => method.Body is not null).Select(method => new TextChange(new TextSpan(method.Body!.OpenBraceToken.Span.End, 0), $" {statement} "))
        .Concat(file.All<GlobalStatementSyntax>().Take(1).Select(first => new TextChange(new TextSpan(first.SpanStart, 0), $"{statement} ")));

    static IEnumerable<TextChange> Types(SourceFile file, string members) => file.All<ClassDeclarationSyntax>().Where(type => type.OpenBraceToken is { RawKind: not 0, IsMissing: false }).Select(type => new TextChange(new TextSpan(type.OpenBraceToken.Span.End, 0), $" {members} "));
}
