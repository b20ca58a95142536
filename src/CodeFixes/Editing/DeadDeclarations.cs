using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>Removes locals and private fields that only replaced code used.</summary>
static class DeadDeclarations
{
    /// <summary>Removes what is used within <paramref name="replaced"/> and, but for other removed code, nowhere else.</summary>
    public static void Remove(DocumentEdits edits, SyntaxNode replaced)
    {
        var file = edits.File;
        var gone = new List<SyntaxNode> { replaced };
        for (var i = 0; i < gone.Count; i++)
        {
            foreach (
                var symbol in gone[i]
                    .DescendantNodesAndSelf()
                    .OfType<IdentifierNameSyntax>()
                    .Select(name => file.Model.GetSymbolInfo(name).Symbol)
            )
            {
                if (
                    symbol is not null
                    && Declaration(symbol) is { } declaration
                    && !IsWithin(declaration, gone)
                    && IsUnused(file, symbol, declaration, gone)
                )
                    gone.Add(declaration);
            }
        }
        foreach (var declaration in gone.Skip(1))
            edits.Replace(Lines(file, declaration), "");
    }

    /// <summary>Whether a primary constructor has a parameter that is read within <paramref name="replaced"/> and nowhere else: the
    /// compiler warns of it then, and only its callers could do without it.</summary>
    public static bool LeavesUnread(SourceFile file, SyntaxNode replaced)
    {
        var parameters = replaced
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => file.Model.GetSymbolInfo(name).Symbol)
            .OfType<IParameterSymbol>();
        return parameters.Any(parameter =>
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent
                is TypeDeclarationSyntax type
                    and not RecordDeclarationSyntax
            && type.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == parameter.Name && !replaced.Span.Contains(name.Span))
                .All(name => !SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name).Symbol, parameter))
        );
    }

    /// <summary>The statement or member that declares <paramref name="symbol"/> and nothing else, and does nothing else.</summary>
    static SyntaxNode? Declaration(ISymbol symbol)
    {
        if (
            symbol
            is not (
                ILocalSymbol
                or IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 }
            )
        )
            return null;
        if (
            symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } list } variable
        )
            return null;
        if (
            list.Parent
            is FieldDeclarationSyntax { AttributeLists.Count: 0 }
                or LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax }
        )
            return HasNoEffect(variable.Initializer?.Value) ? list.Parent : null;
        return null;
    }

    static bool HasNoEffect(ExpressionSyntax? value) =>
        value switch
        {
            null or LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax => true,
            BaseObjectCreationExpressionSyntax { Initializer: null } creation => creation.ArgumentList?.Arguments.All(argument =>
                HasNoEffect(argument.Expression)
            )
                ?? true,
            ArrayCreationExpressionSyntax { Initializer: null } => true,
            BinaryExpressionSyntax binary => HasNoEffect(binary.Left) && HasNoEffect(binary.Right),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => access.Expression.ToString()
                is "Guid"
                    or "System.Guid"
                && call.ArgumentList.Arguments.Count == 0,
            _ => false,
        };

    static bool IsUnused(SourceFile file, ISymbol symbol, SyntaxNode declaration, List<SyntaxNode> gone) =>
        declaration
            .FirstAncestorOrSelf<MemberDeclarationSyntax>()!
            .Parent!.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && !IsWithin(name, gone))
            .All(name => !SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name).Symbol, symbol));

    static bool IsWithin(SyntaxNode node, List<SyntaxNode> gone) => gone.Any(other => other.Span.Contains(node.Span));

    /// <summary>The whole lines of <paramref name="declaration"/> and of the comments on it, where nothing else stands on
    /// them, and the empty line below, where another is above.</summary>
    public static TextSpan Lines(SourceFile file, SyntaxNode declaration)
    {
        var lines = file.Text.Lines;
        var first = lines.GetLineFromPosition(declaration.SpanStart);
        var last = lines.GetLineFromPosition(declaration.Span.End);
        var rest = file.Text.ToString(TextSpan.FromBounds(SourceFile.EndWithComments(declaration.GetLastToken()), last.End));
        if (!file.StartsLine(declaration.SpanStart) || !string.IsNullOrWhiteSpace(rest))
            return declaration.Span;
        while (first.LineNumber > 0 && lines[first.LineNumber - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            first = lines[first.LineNumber - 1];
        var above = first.LineNumber == 0 ? "" : lines[first.LineNumber - 1].ToString().Trim();
        var isLastLine = last.LineNumber == lines.Count - 1;
        if (above is "" or "{" && !isLastLine && string.IsNullOrWhiteSpace(lines[last.LineNumber + 1].ToString()))
            last = lines[last.LineNumber + 1];
        return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
    }
}
