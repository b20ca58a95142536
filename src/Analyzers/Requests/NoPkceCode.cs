using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Requests;

/// <summary>The call <c>NoPkce.Because("…")</c> or the attribute <c>[NoPkce("…")]</c> of the Runtime.</summary>
/// <param name="Scope">The member, lambda or local function whose requests are meant.</param>
sealed record NoPkceCode(string Form, string? Reason, Location Place, SyntaxNode Scope) : NoPkceMarker(Form, Reason, Place)
{
    const string Class = "NoPkce";
    const string Method = "Because";

    /// <summary>The marker that a call or an attribute is; null for any other.</summary>
    public static NoPkceCode? From(SyntaxNode node, SemanticModel model) =>
        node switch
        {
            InvocationExpressionSyntax { Expression: var called } call
                when called.LastName() == Method
                    && IsOf(Class, call, model, call.Receiver()?.LastName() == Class)
                    && FunctionOf(call) is { } function => new NoPkceCode(
                "NoPkce.Because",
                ReasonOf(call.ArgumentList.Arguments.FirstOrDefault()?.Expression, model),
                call.GetLocation(),
                function
            ),
            AttributeSyntax { Parent: AttributeListSyntax { Parent: { } target and not CompilationUnitSyntax } } attribute
                when attribute.Name.LastName() is Class or Class + "Attribute"
                    && IsOf(Class + "Attribute", attribute, model, unresolved: true) => new NoPkceCode(
                "The attribute NoPkce",
                ReasonOf(attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression, model),
                attribute.GetLocation(),
                target
            ),
            _ => null,
        };

    /// <summary>The request is meant where it is written, and where it is put together.</summary>
    public override bool Covers(Request request, string rule) =>
        Around(request.Place).Contains(Scope) || Around(request.Executable).Contains(Scope);

    static IEnumerable<SyntaxNode> Around(SyntaxNode node) =>
        node.AncestorsAndSelf().TakeWhile(ancestor => ancestor is not BaseTypeDeclarationSyntax);

    static SyntaxNode? FunctionOf(SyntaxNode call)
    {
        var executable = Declarations.Executable(call);
        return Around(call)
            .FirstOrDefault(node => node == executable || node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
    }

    /// <summary>Whether what is called is declared by the Runtime's type of that name.</summary>
    /// <param name="unresolved">The answer where it does not resolve.</param>
    static bool IsOf(string type, SyntaxNode node, SemanticModel model, bool unresolved)
    {
        var found = model.GetSymbolInfo(node);
        return (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is { } symbol
            ? symbol.ContainingType is { } owner && Call.FullName(owner) == "Pkce." + type
            : unresolved;
    }

    /// <summary>A reason that is no constant is given all the same; it is known by its expression.</summary>
    static string? ReasonOf(ExpressionSyntax? expression, SemanticModel model)
    {
        if (expression is null)
            return null;
        return model.GetConstantValue(expression) is { HasValue: true, Value: var constant }
            ? ReasonIn(constant as string)
            : expression.ToString();
    }
}
