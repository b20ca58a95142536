using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>What makes a text: an expression, or the body of a method, local function or getter.</summary>
sealed class Maker
{
    readonly SourceFile _file;
    readonly SyntaxNode _code;

    Maker(SourceFile file, SyntaxNode code)
    {
        _file = file;
        _code = code;
    }

    public int Start => _code.SpanStart;

    /// <summary>Null where <paramref name="node"/> makes no string, or where a parameter that callers give would be read no more.</summary>
    public static Maker? Of(SourceFile file, SyntaxNode node) =>
        GivesString(file, node) && Code(node) is { } code && !DeadDeclarations.LeavesUnread(file, code) ? new Maker(file, code) : null;

    /// <summary>Lets the expression <paramref name="value"/> make it, and removes what only the code before used.</summary>
    public void ReplaceBy(string value, DocumentEdits edits)
    {
        if (_code is BlockSyntax { Statements: { Count: > 0 } body })
            edits.Replace(TextSpan.FromBounds(body.First().SpanStart, body.Last().Span.End), $"return {value};");
        else
            edits.Replace(_code.Span, _code.Parent is InterpolationSyntax ? Hole.Of(value) : value);
        DeadDeclarations.Remove(edits, _code);
    }

    static SyntaxNode? Code(SyntaxNode node) =>
        node switch
        {
            ExpressionSyntax => node,
            MethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.ExpressionBody?.Expression ?? function.Body,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression
                ?? property.Initializer?.Value
                ?? Getter(property.AccessorList),
            _ => null,
        };

    static SyntaxNode? Getter(AccessorListSyntax? accessors)
    {
        var getter = accessors?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return (SyntaxNode?)getter?.ExpressionBody?.Expression ?? getter?.Body;
    }

    static bool GivesString(SourceFile file, SyntaxNode node)
    {
        if (file.IsValue(node))
            return file.Model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_String;
        var type = file.Model.GetDeclaredSymbol(node) switch
        {
            IMethodSymbol { IsAsync: false } method => method.ReturnType,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type?.SpecialType == SpecialType.System_String;
    }
}
