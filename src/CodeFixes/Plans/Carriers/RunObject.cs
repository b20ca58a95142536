using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Objects that one run of a function makes and uses alone.</summary>
sealed class RunObject(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>How many functions that hand an object on are looked at.</summary>
    const int MostHandedOn = 3;

    readonly RunOrder _order = new(cache, cancellation);
    readonly CodeOrigin _codes = new(cache, cancellation);

    public bool IsExecutable => ProgramOutput.IsExecutable(cache.Compilation, cancellation);

    /// <summary>Whether one run of a function does all steps, one after the other, by an object that only this run has.</summary>
    public bool DoesAll(IReadOnlyList<ExchangeParticipant> ends)
    {
        var called = ends.Select(CalledBy).ToList();
        if (called.Contains(null))
            return false;
        var begun = called.Where(end => end!.Request.Kind != RequestKind.Token).SelectMany(CallsTo).ToList();
        var redeeming = called.Where(end => end!.Request.Kind == RequestKind.Token).SelectMany(CallsTo).ToList();
        return begun.TrueForAll(call => IsOfOneRun(call.Receiver(), MostHandedOn) && !RunOrder.IsRepeated(call, redeeming))
            && called
                .Where(end => end!.Request.Kind == RequestKind.Token)
                .All(end => _codes.IsGotAfter(end!, begun) && CallsTo(end!).All(IsAfterOne));

        // Each redemption has a login before it that the same run began by the same object.
        bool IsAfterOne(InvocationExpressionSyntax call) =>
            begun.Where(begin => SameReceiver(begin, call) && _order.Leads(begin, call)).ToList() is { Count: > 0 } before
            && before.TrueForAll(one =>
                before.TrueForAll(other => one == other || !_order.Leads(one, other) || IsRedeemedBetween(one, other))
            );

        // Of two logins that are begun one after the other, the field holds the second.
        bool IsRedeemedBetween(InvocationExpressionSyntax one, InvocationExpressionSyntax other) =>
            redeeming.Exists(redeem => _order.Leads(one, redeem) && _order.Leads(redeem, other));
    }

    /// <summary>The end with the calls of the one method that its places lie in; null where there is no such method, or not all calls are
    /// known.</summary>
    public ExchangeParticipant? CalledBy(ExchangeParticipant end) =>
        end.Places.Select(Functions.Around).Distinct().ToList() is [{ } function]
        && CallsOf(function) is { Calls.IsEmpty: false } propagation
            ? end with
            {
                Propagations = end.Propagations.Add(propagation),
            }
            : null;

    static IEnumerable<InvocationExpressionSyntax> CallsTo(ExchangeParticipant? end) =>
        end!.Propagations[end.Propagations.Length - 1].Calls;

    /// <summary>All calls of a method, by whatever interface; null where it may be called otherwise, or from outside.</summary>
    ParameterPropagation? CallsOf(SyntaxNode? function)
    {
        if (
            function is not MethodDeclarationSyntax method
            || cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol
        )
            return null;
        if (!IsExecutable && IsVisible(symbol))
            return null;
        var interfaces = symbol
            .ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name))
            .OfType<IMethodSymbol>()
            .Where(member =>
                SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)
            )
            .SelectMany(member => member.DeclaringSyntaxReferences)
            .Select(part => part.GetSyntax(cancellation))
            .OfType<MethodDeclarationSyntax>();
        ImmutableArray<MethodDeclarationSyntax> declarations = [method, .. interfaces];
        return Callers.CallsOf(declarations, cache, cancellation) is { } calls
            ? new ParameterPropagation(declarations, calls, IsPublicApi: false)
            : null;
    }

    static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    bool SameReceiver(InvocationExpressionSyntax one, InvocationExpressionSyntax other) =>
        SymbolOf(one.Receiver()) is (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) and var symbol
        && SymbolEqualityComparer.Default.Equals(symbol, SymbolOf(other.Receiver()));

    ISymbol? SymbolOf(ExpressionSyntax? receiver) => receiver is null ? null : cache.SymbolOf(receiver, cancellation);

    /// <summary>Whether an object is made by the run that uses it, or handed to it by one that does; the entry point runs once.</summary>
    bool IsOfOneRun(ExpressionSyntax? receiver, int depth)
    {
        if (receiver is BaseObjectCreationExpressionSyntax)
            return true;
        var function = receiver is null ? null : Functions.Around(receiver);
        switch (SymbolOf(receiver))
        {
            case ILocalSymbol local
                when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                    is VariableDeclaratorSyntax { Initializer.Value: var value } declared:
                return Functions.Around(declared) == function
                    && value is BaseObjectCreationExpressionSyntax
                    && !IsAssigned(local, function!);
            case IParameterSymbol parameter when depth > 0:
                return ArgumentsFor(parameter, function!) is { IsEmpty: false } arguments
                    && arguments.All(argument => IsOfOneRun(argument, depth - 1));
            case IFieldSymbol or IPropertySymbol:
                return IsEntryPoint(function);
            default:
                return false;
        }
    }

    static bool IsAssigned(ILocalSymbol local, SyntaxNode function) =>
        function
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local.Name);

    /// <summary>What is handed in for a parameter; null where not all calls are known.</summary>
    ImmutableArray<ExpressionSyntax>? ArgumentsFor(IParameterSymbol parameter, SyntaxNode function)
    {
        var calls = function is LocalFunctionStatementSyntax local ? CallsOf(local) : CallsOf(function)?.Calls;
        // Runs that are not waited for share the object.
        if (calls?.All(IsWaitedFor) != true)
            return null;
        var arguments = calls
            ?.Select(call =>
                call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                ?? call.ArgumentList.Arguments.ElementAtOrDefault(parameter.Ordinal)
            )
            .ToList();
        return arguments is null || arguments.Exists(argument => argument is null)
            ? null
            : [.. arguments.Select(argument => argument!.Expression)];
    }

    /// <summary>Whether the code that makes a call goes on when the call is done.</summary>
    bool IsWaitedFor(InvocationExpressionSyntax call) =>
        call.Parent is AwaitExpressionSyntax
        || SymbolOf(call) is IMethodSymbol { IsAsync: false, ReturnType.Name: not ("Task" or "ValueTask") }
        || call.Parent
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "Wait" or "Result" or "GetAwaiter" };

    /// <summary>The calls of a local function; null where it is used in another way.</summary>
    ImmutableArray<InvocationExpressionSyntax>? CallsOf(LocalFunctionStatementSyntax function)
    {
        var uses = cache
            .NamesIn(function.SyntaxTree, cancellation)[function.Identifier.ValueText]
            .Where(use =>
                SymbolOf(use) is IMethodSymbol { MethodKind: MethodKind.LocalFunction } called
                && called.DeclaringSyntaxReferences.Any(part => part.Span == function.Span)
            )
            .ToList();
        return uses.TrueForAll(use => use.Parent is InvocationExpressionSyntax)
            ? [.. uses.Select(use => (InvocationExpressionSyntax)use.Parent!)]
            : null;
    }

    /// <summary>The function that a program begins with: it runs once.</summary>
    public bool IsEntryPoint(SyntaxNode? function) =>
        function is CompilationUnitSyntax
        || function is MethodDeclarationSyntax { Identifier.ValueText: WellKnownMemberNames.EntryPointMethodName } main
            && main.Modifiers.Any(SyntaxKind.StaticKeyword)
            && IsExecutable;
}
