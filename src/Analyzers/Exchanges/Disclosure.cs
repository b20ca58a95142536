using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>A place where a code verifier is written for others to read.</summary>
sealed record Disclosure(SyntaxNode Place, DisclosureForm Form)
{
    /// <summary>The statement that writes the verifier to a log or console, and nothing else; null where it does more.</summary>
    public StatementSyntax? Statement { get; init; }

    /// <summary>What a member writes.</summary>
    public static IEnumerable<Disclosure> WrittenIn(MemberRun run, CompilationCache cache, CancellationToken cancellation)
    {
        foreach (var passed in run.Interpreter.PassedVerifiers.GroupBy(passed => passed.Call.Place))
        {
            var call = passed.First().Call;
            if (
                DisclosureSink.FormOf(call, cache, cancellation) is not { } form
                || passed.Select(pair => pair.Argument).FirstOrDefault(shown => IsWritten(form, call, shown)) is not { } shown
            )
                continue;
            yield return new(shown.Place, form)
            {
                Statement = form is DisclosureForm.Log or DisclosureForm.Console ? StatementOf(call.Place, cache, cancellation) : null,
            };
        }
    }

    /// <summary>The <c>state</c> of the authorization requests that a member sends.</summary>
    public static IEnumerable<SyntaxNode> StatesIn(MemberRun run) =>
        from variant in run.Sent
        let state = variant.Find(WireNames.StateParameter)
        where state is not null && run.Interpreter.ShowsVerifier(state, variant.Find(WireNames.CodeChallenge))
        select state.ShownAt;

    /// <summary>What the authorization requests of a file carry.</summary>
    /// <param name="states">The values of state that show a verifier.</param>
    public static IEnumerable<Disclosure> CarriedBy(IEnumerable<Request> requests, ImmutableHashSet<SyntaxNode> states) =>
        from request in requests
        where request.Kind == RequestKind.Authorization
        from disclosure in request
            .All(WireNames.CodeVerifier)
            .Select(verifier => new Disclosure(verifier.Entry.Value ?? verifier.Place, DisclosureForm.AuthorizationRequest))
            .Concat(
                request
                    .All(WireNames.StateParameter)
                    .Select(state => state.ShownAt)
                    .Where(states.Contains)
                    .Select(place => new Disclosure(place, DisclosureForm.State))
            )
        select disclosure;

    /// <summary>Whether what shows the verifier is the part of the call that others see: of a cookie the value, of a URL not a mere name,
    /// which is the key of a cache or store.</summary>
    static bool IsWritten(DisclosureForm form, Call call, Argument shown) =>
        form switch
        {
            DisclosureForm.Url => shown.Value.Alternatives.Any(value => value is Reference or Text { Pieces.Length: > 1 }),
            DisclosureForm.Cookie when call.Place is BaseObjectCreationExpressionSyntax => call.Arguments.Length > 1
                && shown == call.Arguments[1],
            _ => shown.Value is not Reference || !PrintsItsType(shown.Operation),
        };

    /// <summary>Whether an object is written out by the name of its type.</summary>
    static bool PrintsItsType(IOperation operation)
    {
        var type = (operation as IConversionOperation)?.Operand.Type ?? operation.Type;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAnonymousType: false, IsRecord: false } written
            && written.AllInterfaces.All(implemented => implemented.Name != "IEnumerable")
            && Functions
                .Bases(written)
                .Prepend(written)
                .All(held => held.SpecialType == SpecialType.System_Object || held.GetMembers("ToString").IsEmpty);
    }

    /// <summary>Without it a line of a log is missing, and nothing else: it stands among others, and shows verifiers and literals
    /// only.</summary>
    static StatementSyntax? StatementOf(SyntaxNode node, CompilationCache cache, CancellationToken cancellation)
    {
        return
            node is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } call
            && call.ArgumentList.Arguments.All(argument => IsAlone(argument.Expression))
            ? statement
            : null;

        bool IsAlone(ExpressionSyntax shown) =>
            shown.Bare() switch
            {
                LiteralExpressionSyntax => true,
                IdentifierNameSyntax or MemberAccessExpressionSyntax => ProofNames.GivesVerifier(shown.Bare(), cache, cancellation),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsAlone(sum.Left) && IsAlone(sum.Right),
                InterpolatedStringExpressionSyntax text => text
                    .Contents.OfType<InterpolationSyntax>()
                    .All(hole => IsAlone(hole.Expression)),
                _ => false,
            };
    }
}
