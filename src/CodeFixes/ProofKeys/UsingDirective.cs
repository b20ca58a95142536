using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>Adds a using directive where the file keeps its own.</summary>
static class UsingDirective
{
    /// <summary>Brings the namespace of a type into scope, where it is not; false where that cannot be done.</summary>
    public static bool TryImport(SolutionEdits edits, SourceFile file, int position, string fullName)
    {
        var dot = fullName.LastIndexOf('.');
        var space = fullName.Substring(0, dot);
        return file.Model.LookupNamespacesAndTypes(position, name: fullName.Substring(dot + 1))
                .Any(type => type.ContainingNamespace?.ToDisplayString() == space)
            || file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<UsingDirectiveSyntax>()
                .Any(directive => directive.Name?.ToString() == space)
            || TryAdd(edits.In(file), position, space);
    }

    /// <summary>False where conditional compilation leaves no place that is surely compiled.</summary>
    public static bool TryAdd(DocumentEdits edits, int position, string name)
    {
        var file = edits.File;
        var space = file
            .Root.FindToken(position)
            .Parent?.AncestorsAndSelf()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .FirstOrDefault(candidate => candidate.Usings.Any());
        var usings = file.Root.Usings.Any() || space is null ? file.Root.Usings : space.Usings;
        if (usings.Any(directive => directive.GetLeadingTrivia().Any(IsCondition)))
            return false;
        if (!usings.Any())
            return TryAddFirst(edits, name);

        var indent = file.NewLine + file.IndentAt(usings[0].SpanStart);
        var text = $"using {name};";
        var plain = usings.Where(IsPlain).ToList();
        if ((plain.LastOrDefault(directive => ComesBefore(directive, name)) ?? LastGlobal(usings, plain)) is { } previous)
            edits.InsertOnce(SourceFile.EndWithComments(previous.GetLastToken()), indent + text);
        else
            edits.InsertOnce((plain.FirstOrDefault() ?? usings[0]).SpanStart, text + indent);
        return true;
    }

    static UsingDirectiveSyntax? LastGlobal(IEnumerable<UsingDirectiveSyntax> usings, List<UsingDirectiveSyntax> plain) =>
        plain.Count > 0 ? null : usings.LastOrDefault(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    /// <summary>At the top of a file without usings, below its header comment and directives.</summary>
    static bool TryAddFirst(DocumentEdits edits, string name)
    {
        var file = edits.File;
        var first = file.Root.Externs.Any()
            ? file.Root.Externs.Last().GetLastToken().GetNextToken()
            : file.Root.GetFirstToken(includeZeroWidth: true);
        var trivia = first.LeadingTrivia;
        if (trivia.Any(IsCondition))
            return false;
        var start = first.FullSpan.Start;
        var blank = true;
        foreach (var part in trivia)
        {
            // A comment belongs to the file, not to what follows, where an empty line stands below it.
            if (part.IsDirective || (part.IsKind(SyntaxKind.EndOfLineTrivia) && blank))
                start = part.FullSpan.End;
            if (part.IsKind(SyntaxKind.EndOfLineTrivia))
                blank = true;
            else if (!part.IsKind(SyntaxKind.WhitespaceTrivia))
                blank = part.IsDirective;
        }
        edits.InsertOnce(start, $"using {name};{file.NewLine}{file.NewLine}");
        return true;
    }

    static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.GlobalKeyword.IsKind(SyntaxKind.None);

    static bool ComesBefore(UsingDirectiveSyntax directive, string name)
    {
        var own = directive.Name?.ToString() ?? "";
        return own == "System"
            || own.StartsWith("System.", StringComparison.Ordinal)
            || string.Compare(own, name, StringComparison.OrdinalIgnoreCase) < 0;
    }

    static bool IsCondition(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.IfDirectiveTrivia
                or SyntaxKind.ElifDirectiveTrivia
                or SyntaxKind.ElseDirectiveTrivia
                or SyntaxKind.EndIfDirectiveTrivia;
}
