using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Libraries;

/// <summary>Gathers the writes to one object: by the variables that hold it or a part of it, in its initializer, and in the methods that it
/// is handed to.</summary>
sealed class WriteReader(CompilationCache cache, Evaluation values, CancellationToken cancellation)
{
    const int MostDepth = 4;
    const int MostWrites = 500;

    static readonly string[] Adders = [".Add", ".AddRange", ".UnionWith"];

    /// <summary>Methods that write what a configuration holds to the object that they are given.</summary>
    static readonly string[] Binders = ["Bind"];

    readonly List<MemberWrite> _writes = [];

    public IReadOnlyList<MemberWrite> Writes => _writes;

    /// <summary>Whether the object goes to code that is not known and may write to it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Reads an object initializer; a nested one as paths.</summary>
    public void Read(InitializerExpressionSyntax initializer, string prefix = "")
    {
        foreach (var assignment in initializer.Expressions.OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is IdentifierNameSyntax name)
                Write(assignment, prefix + name.Identifier.ValueText, isConditional: false);
        }
    }

    /// <summary>Reads what a lambda, or a method that is given by its name, writes to its first parameter.</summary>
    public void ReadFunction(ExpressionSyntax function) => ReadFunction(function, isConditional: false, MostDepth);

    void ReadFunction(ExpressionSyntax function, bool isConditional, int depth)
    {
        if (function is AnonymousFunctionExpressionSyntax lambda)
        {
            if (cache.SymbolOf(lambda, cancellation) is IMethodSymbol { Parameters: [var first, ..] })
                ReadBody(lambda.Body, new Holder(first, depth) { IsConditional = isConditional });
            return;
        }
        if (
            function is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || !ReadMethods(function, isReceiver: false, position: 0, isConditional, depth)
        )
            IsOpen = true;
    }

    /// <summary>Reads what code writes to the object that a variable holds in it.</summary>
    /// <param name="after">Only what comes after this position.</param>
    /// <param name="isFinished">Whether the object is used rather than set up where it is handed on.</param>
    public void Read(SyntaxNode body, ISymbol variable, int after = 0, bool isFinished = false) =>
        ReadBody(body, new Holder(variable, MostDepth) { IsFinished = isFinished }, after);

    /// <summary>Reads an assignment in a type's own code, or to an object that is not followed: by the last member's name.</summary>
    public void ReadOwn(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Left.LastName() is { } name)
            Write(assignment, name, isConditional: false);
    }

    void ReadBody(SyntaxNode body, Holder holder, int after = 0)
    {
        foreach (var name in ObjectUse.NamesOf(holder.Variable, body, cache, cancellation))
        {
            if (name.SpanStart < after || _writes.Count > MostWrites)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var use = ObjectUse.From(name, holder.Path);
            var here = holder with
            {
                Path = use.Path,
                IsConditional = holder.IsConditional || IsConditional(name, body),
                Depth = holder.Depth - 1,
            };
            if (holder.Depth > 0 && use.Alias(cache, cancellation) is { } alias)
                ReadBody(body, here with { Variable = alias }, use.Expression.Span.End);
            else
                Follow(use.Expression, here);
        }
    }

    void Follow(ExpressionSyntax current, Holder holder)
    {
        var (path, isConditional, depth) = (holder.Path, holder.IsConditional, holder.Depth);
        switch (current.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == current && path.Length > 0:
                Write(assignment, path, isConditional);
                break;
            case ConditionalAccessExpressionSyntax
            {
                WhenNotNull: AssignmentExpressionSyntax { Left: MemberBindingExpressionSyntax bound } assignment
            } access when access.Expression == current:
                Write(assignment, (path.Length > 0 ? path + "." : "") + bound.Name.Identifier.ValueText, isConditional);
                break;
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax indexed } element
                when element.Expression == current && indexed.Left == element:
                _writes.Add(new MemberWrite(path, indexed.Right, indexed, IsConditional: true, [null]));
                break;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var added }, ..] } call
                when call.Expression == current && Adders.Any(adder => path.EndsWith(adder, StringComparison.Ordinal)):
                _writes.Add(new MemberWrite(path.Substring(0, path.LastIndexOf('.')), Named(added), call, IsConditional: true, [null]));
                break;
            case InvocationExpressionSyntax call when call.Expression == current && path.IndexOf('.') < 0:
                ReadChain(call, isConditional);
                if (
                    depth >= 0
                    && !ReadMethods(call.Expression, isReceiver: true, position: 0, isConditional, depth)
                    && Identifier.Words(path).Contains("pkce")
                )
                    IsOpen = true;
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call, Arguments: [_, ..] } }
                when path.Length == 0 && depth >= 0 && ReadPassed(call, isConditional, depth):
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument:
                var isRead =
                    depth >= 0
                    && path.Length == 0
                    && ReadMethods(call.Expression, isReceiver: false, list.Arguments.IndexOf(argument), isConditional, depth);
                if (!isRead && !holder.IsFinished && (path.Length == 0 || Binders.Contains(call.MethodName())))
                    IsOpen = true;
                break;
        }
    }

    /// <summary>Notes the methods that a chain of calls makes on an object.</summary>
    void ReadChain(InvocationExpressionSyntax first, bool isConditional)
    {
        for (
            var call = first;
            call is { Expression: MemberAccessExpressionSyntax { Name: var method } };
            call = call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } ? next : null
        )
            _writes.Add(
                new MemberWrite(
                    method.Identifier.ValueText + "()",
                    call,
                    method,
                    isConditional,
                    call.ArgumentList.Arguments is [{ Expression: var given }] ? values.ConstantsOf(given) : []
                )
            );
    }

    /// <summary>The value that a variable or member was given where it is declared.</summary>
    ExpressionSyntax Named(ExpressionSyntax value) =>
        value is IdentifierNameSyntax
        && cache.SymbolOf(value, cancellation) is { DeclaringSyntaxReferences: [var declared] }
        && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var given }
            ? given
            : value;

    void Write(AssignmentExpressionSyntax assignment, string path, bool isConditional)
    {
        if (IsHidden(assignment))
            return;
        switch (assignment.Right)
        {
            // options.ProviderOptions = new() { … }, and ProviderOptions = { … } in an initializer.
            case BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.ObjectInitializerExpression } nested }:
                Read(nested, path + ".");
                break;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } nested:
                Read(nested, path + ".");
                break;
        }
        var isPlain = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);
        if (isPlain && WritesOfCallers(assignment.Right, path) is { Count: > 1 } each)
        {
            _writes.AddRange(each);
            return;
        }
        _writes.Add(
            new MemberWrite(
                path,
                assignment.Right,
                assignment,
                isConditional || !isPlain,
                isPlain ? values.ConstantsOf(assignment.Right) : [null]
            )
        );
    }

    /// <summary>What is written where a helper writes what its callers pass, and not all of them the same: each of them makes an object of
    /// its own.</summary>
    IReadOnlyList<MemberWrite> WritesOfCallers(ExpressionSyntax written, string path)
    {
        if (cache.SymbolOf(written, cancellation) is not IParameterSymbol parameter || values.ConstantsOf(written).Count < 2)
            return [];
        return
        [
            .. Callers
                .PassedFor(parameter, cache, cancellation)
                .Select(passed => new MemberWrite(path, passed, passed, IsConditional: true, values.ConstantsOf(passed))),
        ];
    }

    /// <summary>Reads what the callers' functions write to the object, where it is handed to a function that they pass:
    /// <c>configure?.Invoke(options)</c>. False where it goes to anything else, or they are not known.</summary>
    bool ReadPassed(InvocationExpressionSyntax call, bool isConditional, int depth)
    {
        var isInvoke = cache.SymbolOf(call, cancellation) is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };
        var function = isInvoke ? call.Receiver() ?? call.Expression : call.Expression;
        if (cache.SymbolOf(function, cancellation) is not IParameterSymbol parameter)
            return false;
        var passed = Callers.PassedFor(parameter, cache, cancellation);
        foreach (var one in passed)
            ReadFunction(one, isConditional || passed.Count > 1, depth);
        return passed.Count > 0;
    }

    /// <summary>Whether what is written is a member of the program that hides the library's.</summary>
    bool IsHidden(AssignmentExpressionSyntax assignment) =>
        cache.SymbolOf(assignment.Left, cancellation) is { ContainingType: { } owner, IsOverride: false } member
        && cache.Declares(member)
        && Configurations.OfFullName(Call.FullName(owner)) is null;

    /// <summary>Reads the source methods that a called expression means; false when none is known.</summary>
    bool ReadMethods(ExpressionSyntax called, bool isReceiver, int position, bool isConditional, int depth)
    {
        if (called.LastName() is not { } name)
            return false;
        var found = cache.ModelOf(called.SyntaxTree).GetSymbolInfo(called, cancellation);
        var methods = (found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols).OfType<IMethodSymbol>().ToList();
        // Called on, or with, an object whose type does not resolve: known by its name.
        if (methods.Count == 0)
            methods =
            [
                .. cache
                    .Compilation.GetSymbolsWithName(name, SymbolFilter.Member, cancellation)
                    .OfType<IMethodSymbol>()
                    .Where(method => method.IsExtensionMethod == isReceiver),
            ];
        var read = false;
        foreach (var method in methods.Select(method => method.ReducedFrom ?? method).Take(3))
        {
            // The receiver of an extension method is its first parameter.
            var index =
                method.IsExtensionMethod && !isReceiver && found.Symbol is IMethodSymbol { ReducedFrom: not null }
                    ? position + 1
                    : position;
            if (isReceiver && !method.IsExtensionMethod || index >= method.Parameters.Length)
                continue;
            foreach (var declaration in method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)))
            {
                if (Declarations.BodyOf(declaration) is not { } body || !cache.IsOwn(declaration.SyntaxTree))
                    continue;
                ReadBody(body, new Holder(method.Parameters[index], depth) { IsConditional = isConditional });
                read = true;
            }
        }
        return read;
    }

    static bool IsConditional(SyntaxNode node, SyntaxNode body)
    {
        for (var current = node; current != body && current.Parent is { } parent; current = parent)
        {
            if (
                parent is IfStatementSyntax branch && branch.Condition != current
                || parent is ConditionalExpressionSyntax choice && choice.Condition != current
                || parent
                    is ElseClauseSyntax
                        or SwitchSectionSyntax
                        or SwitchExpressionArmSyntax
                        or CommonForEachStatementSyntax
                        or WhileStatementSyntax
                        or ForStatementSyntax
                        or CatchClauseSyntax
                || parent is AnonymousFunctionExpressionSyntax && parent != body.Parent
                || parent is LocalFunctionStatementSyntax && parent != body.Parent
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A variable that holds the object, or what <c>Path</c> leads to from it.</summary>
    /// <param name="Depth">How many more names and methods are followed.</param>
    sealed record Holder(ISymbol Variable, int Depth)
    {
        public string Path { get; init; } = "";
        public bool IsConditional { get; init; }
        public bool IsFinished { get; init; }
    }
}
