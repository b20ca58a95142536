using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds a parameter to a method, before those that may be left out, and its argument to a call.</summary>
static class ParameterInsertion
{
    const string Cancellation = "CancellationToken";

    public static void Insert(DocumentEdits edits, MethodDeclarationSyntax method, string name, string document)
    {
        Insert(edits, method.ParameterList, $"string {name}");
        Document(edits, method, name, document);
    }

    /// <summary>Likewise to a method beside which the former one stays.</summary>
    public static void InsertOverload(DocumentEdits edits, MethodDeclarationSyntax method, string name, string document)
    {
        var list = method.ParameterList;
        var index = OverloadIndexIn(list.Parameters);
        foreach (var parameter in list.Parameters.Take(index))
        {
            if (parameter.Default is { } value)
                edits.Replace(TextSpan.FromBounds(parameter.Identifier.Span.End, value.Span.End), "");
        }
        Insert(edits, list.Parameters, list.OpenParenToken, index, $"string {name}");
        Document(edits, method, name, document);
    }

    public static void Insert(DocumentEdits edits, ParameterListSyntax list, string parameter) =>
        Insert(edits, list.Parameters, list.OpenParenToken, IndexIn(list.Parameters), parameter);

    /// <summary>False where the call is not one of a method with that parameter list.</summary>
    public static bool TryInsertArgument(DocumentEdits edits, InvocationExpressionSyntax call, string name, string value)
    {
        // An argument whose type does not resolve keeps a call from being bound.
        var called = edits.File.Model.GetSymbolInfo(call);
        if ((called.Symbol ?? (called.CandidateSymbols is [var only] ? only : null)) is not IMethodSymbol method)
            return false;
        var arguments = call.ArgumentList.Arguments;
        // Of an extension method that is called as one the symbol has no parameter for what it is called on.
        var required = method.Parameters.TakeWhile(parameter => !parameter.IsOptional && !parameter.IsParams).ToList();
        var index = required.Count > 0 && required[required.Count - 1].Type.Name == Cancellation ? required.Count - 1 : required.Count;
        var isNamed = index > arguments.Count || arguments.Any(argument => argument.NameColon is not null);
        Insert(edits, arguments, call.ArgumentList.OpenParenToken, isNamed ? arguments.Count : index, isNamed ? $"{name}: {value}" : value);
        return true;
    }

    /// <summary>Behind the parameters that have to be given; a cancellation token stays the last of them.</summary>
    public static int IndexIn(SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        var required = parameters
            .TakeWhile(parameter => parameter.Default is null && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
            .ToList();
        return required.Count > 0 && required[required.Count - 1].Type?.GetLastToken().ValueText == Cancellation
            ? required.Count - 1
            : required.Count;
    }

    /// <summary>Behind the texts, too, that the former method lets its caller leave out: it would take the new one for such.</summary>
    public static int OverloadIndexIn(SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        var index = IndexIn(parameters);
        return index + parameters.Skip(index).TakeWhile(IsOptionalText).Count();
    }

    static bool IsOptionalText(ParameterSyntax parameter) =>
        parameter is { Default: not null, Type: { } type } && type.ToString().TrimEnd('?') is "string" or "String";

    static void Insert<T>(DocumentEdits edits, SeparatedSyntaxList<T> list, SyntaxToken open, int index, string text)
        where T : SyntaxNode
    {
        if (index < list.Count)
            edits.Insert(list[index].SpanStart, text + SeparatorBefore(edits.File, list[index]), Layer.Opening);
        else if (list.Count > 0)
            ElementList.Append(edits, list, [text]);
        else
            edits.Insert(open.Span.End, text);
    }

    static string SeparatorBefore(SourceFile file, SyntaxNode next) =>
        file.StartsLine(next.SpanStart) ? $",{file.NewLine}{file.IndentAt(next.SpanStart)}" : ", ";

    /// <summary>Where the parameters are documented, this one is, too.</summary>
    static void Document(DocumentEdits edits, MethodDeclarationSyntax method, string name, string document)
    {
        var last = method
            .GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>())
            .LastOrDefault(element => element.StartTag.Name.ToString() == "param");
        if (
            last is null
            || !edits.File.Text.Lines.GetLineFromPosition(last.SpanStart).ToString().TrimStart().StartsWith("///", StringComparison.Ordinal)
        )
            return;
        var indent = edits.File.NewLine + edits.File.IndentAt(last.SpanStart);
        edits.Insert(last.Span.End, $"{indent}/// <param name=\"{name}\">{document}</param>");
    }
}
