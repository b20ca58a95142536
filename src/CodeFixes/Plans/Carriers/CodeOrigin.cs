using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>When a run of a function gets the authorization code that it redeems: one that it had before it asked for any is another
/// run's.</summary>
sealed class CodeOrigin(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Types whose static members give what was there when the process began, or what another one has left.</summary>
    static readonly string[] OfSurroundings = ["Environment", "File", "AppContext", "AppDomain", "ConfigurationManager", "Registry"];

    /// <summary>What a process or a page is started with: members, and types of events.</summary>
    static readonly string[] Starts = ["GetCommandLineArgs", "absoluteURL", "StartupEventArgs", "NavigationEventArgs"];

    readonly RunOrder _order = new(cache, cancellation);
    readonly ParameterValue _values = new(cache, cancellation);

    /// <summary>Whether the code of a token request is known to be got after one of the places at which the run asks for one.</summary>
    /// <param name="token">The token request, whose places a run is known to come to after it has begun a login.</param>
    /// <param name="begun">Where the run asks for a code.</param>
    public bool IsGotAfter(ExchangeParticipant token, IReadOnlyList<SyntaxNode> begun)
    {
        var login = new Login(begun, [.. token.Propagations.Select(propagation => propagation.Declarations[0])]);
        return _values.At(token, WireNames.Code) is { IsEmpty: false } codes && codes.All(code => IsGotAfter(code, login, []));
    }

    /// <summary>Whether the code of a token request is one that a process, or a page of it, is started with: the one that asked for it
    /// is another.</summary>
    public bool IsOfStart(ExchangeParticipant token) =>
        _values.At(token, WireNames.Code) is { IsEmpty: false } codes && codes.All(code => IsOfStart(code, []));

    bool IsOfStart(ExpressionSyntax expression, HashSet<ISymbol> seen) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                Starts.Contains(name.Identifier.ValueText)
                || SymbolOf(name) switch
                {
                    IParameterSymbol parameter => Starts.Contains(parameter.Type.Name)
                        || parameter.ContainingSymbol.Name
                            is WellKnownMemberNames.EntryPointMethodName
                                or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName,
                    ILocalSymbol local when seen.Add(local) => ValuesOf(local).Any(value => IsOfStart(value, seen)),
                    _ => false,
                }
            );

    bool IsGotAfter(ExpressionSyntax expression, Login login, HashSet<ISymbol> seen)
    {
        switch (expression)
        {
            case AwaitExpressionSyntax or InvocationExpressionSyntax when IsInHand(expression, login, []):
                return false;
            case AwaitExpressionSyntax:
                return IsAfter(expression, login);
            case InvocationExpressionSyntax call when Asks(call):
                return IsAfter(call, login);
            case InvocationExpressionSyntax { Expression: var method, ArgumentList.Arguments: var arguments }:
                return (
                        method is not MemberAccessExpressionSyntax { Expression: var target }
                        || IsType(target)
                        || IsGotAfter(target, login, seen)
                    ) && arguments.All(argument => IsGotAfter(argument.Expression, login, seen));
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }:
                return arguments.All(argument => IsGotAfter(argument.Expression, login, seen));
            case ElementBindingExpressionSyntax { ArgumentList.Arguments: var arguments }:
                return arguments.All(argument => IsGotAfter(argument.Expression, login, seen));
            case LiteralExpressionSyntax or DeclarationExpressionSyntax or PredefinedTypeSyntax or MemberBindingExpressionSyntax:
                return true;
            case IdentifierNameSyntax name:
                return IsNameGotAfter(name, login, seen);
            case MemberAccessExpressionSyntax { Expression: var owner } when !IsType(owner):
                return IsGotAfter(owner, login, seen);
            default:
                return expression.ChildNodes().OfType<ExpressionSyntax>().ToList() is { Count: > 0 } parts
                    && parts.TrueForAll(part => IsGotAfter(part, login, seen));
        }
    }

    /// <summary>What a function is called with, and a text that a member holds, may be there before it runs. A type or a constant is no
    /// code.</summary>
    bool IsNameGotAfter(IdentifierNameSyntax name, Login login, HashSet<ISymbol> seen) =>
        SymbolOf(name) switch
        {
            ILocalSymbol local => !seen.Add(local)
                || ValuesOf(local).ToList() is { Count: > 0 } values && values.TrueForAll(value => IsGotAfter(value, login, seen)),
            INamespaceOrTypeSymbol or IFieldSymbol { HasConstantValue: true } => true,
            // string.Empty
            IFieldSymbol { ContainingType.SpecialType: SpecialType.System_String } => true,
            _ => false,
        };

    /// <summary>A call that is handed the authorization request gives the answer to it.</summary>
    bool IsAfter(SyntaxNode place, Login login) =>
        Functions.Around(place) is { } function && login.CalledAfter.Contains(function)
        || login.Begun.Any(begin => place.Contains(begin) || _order.Leads(begin, place));

    /// <summary>Whether a call only reads what the run had before: the request that it answers, its surroundings, or a file.</summary>
    bool IsInHand(ExpressionSyntax call, Login login, HashSet<ISymbol> seen) =>
        !login.Begun.Any(call.Contains)
        && call.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                SymbolOf(name) switch
                {
                    INamedTypeSymbol type => OfSurroundings.Contains(type.Name),
                    IParameterSymbol parameter => IsOfCaller(parameter.Type),
                    IPropertySymbol { IsStatic: false } property
                        when name.Parent is not MemberAccessExpressionSyntax access || access.Name != name => IsOfCaller(property.Type),
                    ILocalSymbol local when seen.Add(local) => ValuesOf(local).Any(value => IsInHand(value, login, seen)),
                    _ => false,
                }
            );

    /// <summary>Whether an object of a type is one request or event that a function is called with: it brings nothing new.</summary>
    static bool IsOfCaller(ITypeSymbol type) =>
        type is IErrorTypeSymbol { Name: "" or "?" }
        || type.Name.EndsWith("Context", StringComparison.Ordinal)
        || type.Name.EndsWith("Request", StringComparison.Ordinal)
        || type.Name.EndsWith("RequestData", StringComparison.Ordinal)
        || type.Name.EndsWith("Args", StringComparison.Ordinal);

    /// <summary>Whether a call asks an object or a function for something new, and does not only work on what is there.</summary>
    bool Asks(InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count == 0 && call.Expression is IdentifierNameSyntax)
            return true;
        if (
            SymbolOf(call.Expression) is var called
            && (called is IParameterSymbol or ILocalSymbol || called is IMethodSymbol method && BodyAsks(method))
        )
            return true;
        return call.Expression is MemberAccessExpressionSyntax { Expression: var target }
            && (IsType(target) ? call.ArgumentList.Arguments.Count == 0 : IsService(cache.TypeOf(target, cancellation)));
    }

    /// <summary>Whether a method of the program waits for something, or asks the console or an object for it.</summary>
    bool BodyAsks(IMethodSymbol method) =>
        method
            .DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation))
            .SelectMany(body => body.DescendantNodes())
            .Any(node =>
                node is AwaitExpressionSyntax
                || node
                    is InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Expression: var target },
                        ArgumentList.Arguments.Count: 0
                    }
                    && (IsType(target) || IsService(cache.TypeOf(target, cancellation)))
            );

    /// <summary>Whether objects of a type do something, and do not only hold something.</summary>
    static bool IsService(ITypeSymbol? type) =>
        type is { IsValueType: false, SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate }
        && type.ContainingNamespace?.ToDisplayString()
            is not (
                "System"
                or "System.Text"
                or "System.Collections.Generic"
                or "System.Collections.Specialized"
                or "System.Text.RegularExpressions"
                or "System.Text.Json"
            )
        && !IsOfCaller(type);

    bool IsType(ExpressionSyntax expression) => SymbolOf(expression) is INamespaceOrTypeSymbol;

    ISymbol? SymbolOf(ExpressionSyntax expression) => cache.SymbolOf(expression, cancellation);

    /// <summary>What a local may hold.</summary>
    IEnumerable<ExpressionSyntax> ValuesOf(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (declaration is null || Declarations.Executable(declaration) is not { } executable)
            return [];
        ExpressionSyntax? declared = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            ForEachStatementSyntax loop => loop.Expression,
            SingleVariableDesignationSyntax designation => ValueOf(designation),
            _ => null,
        };
        var assigned = executable
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local.Name)
            .Select(assignment => assignment.Right);
        return declared is null ? assigned : assigned.Prepend(declared);
    }

    /// <summary>What is taken apart, tested or called where a variable is declared within an expression.</summary>
    static ExpressionSyntax? ValueOf(SingleVariableDesignationSyntax designation)
    {
        var around = designation.FirstAncestorOrSelf<SyntaxNode>(node =>
            node
                is AssignmentExpressionSyntax
                    or IsPatternExpressionSyntax
                    or SwitchExpressionSyntax
                    or SwitchStatementSyntax
                    or InvocationExpressionSyntax
                    or ForEachVariableStatementSyntax
        );
        return around switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right,
            IsPatternExpressionSyntax test => test.Expression,
            SwitchExpressionSyntax choice => choice.GoverningExpression,
            SwitchStatementSyntax choice => choice.Expression,
            InvocationExpressionSyntax call => call,
            ForEachVariableStatementSyntax loop => loop.Expression,
            _ => null,
        };
    }

    /// <summary>A run that has begun a login.</summary>
    /// <param name="Begun">Where it asks for a code.</param>
    /// <param name="CalledAfter">The functions that it calls only then.</param>
    sealed record Login(IReadOnlyList<SyntaxNode> Begun, ImmutableArray<SyntaxNode> CalledAfter);
}
