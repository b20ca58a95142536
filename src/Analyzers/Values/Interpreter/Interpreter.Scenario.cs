using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A server that is run on one scenario: what nobody knows of a request, and of what was stored, it says.</summary>
sealed partial class Interpreter
{
    ScenarioTrace? _trace;

    /// <summary>Whether the call that was just made ended in an exception.</summary>
    bool _isThrown;

    /// <summary>The type of the exception; null where it is not known.</summary>
    ITypeSymbol? _thrown;

    /// <summary>The call that came to its end last.</summary>
    Call? _called;

    /// <summary>What the server is given; null in any other run.</summary>
    internal Scenario? Scenario { get; private init; }

    /// <summary>What a member does in a scenario; null where that is too much work.</summary>
    public static ScenarioTrace? TraceOf(SyntaxNode executable, Scenario scenario, CompilationCache cache, CancellationToken cancellation)
    {
        var trace = new ScenarioTrace();
        var run = new Interpreter(cache, PkceOptions.None, cancellation) { Scenario = scenario, _trace = trace };
        run.Run(executable);
        return run.Exhausted ? null : trace;
    }

    /// <summary>Runs what the member itself does not call, in a scenario: a whole program may be one member.</summary>
    void RunLocalFunctions(Frame frame)
    {
        if (_trace is null)
            return;
        _frame = frame;
        foreach (var local in frame.Graph.LocalFunctions)
        {
            var declaration = local.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
            if (!_trace.Units.Contains(declaration))
                RunSource(local, null, [], declaration);
            _isThrown = false;
        }
    }

    /// <summary>The value of an operation in the scenario.</summary>
    Value InScenario(IOperation operation, Value value)
    {
        if (operation is IExpressionStatementOperation { Operation: var statement })
            NoteEffect(statement, value);
        if (operation is ILiteralOperation or IFieldReferenceOperation && value.Sources.Items.IsEmpty)
            NoteWord(operation.Syntax, value);
        if (operation is IParameterReferenceOperation && value is Text { Exact: { } handed } && InputOf(value) is { } input)
            return Text.Literal(handed, operation.Syntax, SourceSet.Of(input.Kind, operation.Syntax));
        if (!IsOpen(value))
            return value;
        if (SwitchOf(operation) is { } answer)
            return new Constant(answer);
        if (operation is IInvalidOperation { Syntax: MemberAccessExpressionSyntax constant } && MethodOf(constant) is { } method)
            return Text.Literal(method, constant);
        if (RoleOf(operation) is not ProofRole.None and var role && Given(role, operation.Type, operation.Syntax, value) is { } given)
            return given;
        // What comes back from elsewhere is told by where it comes from.
        return
            operation is IInvocationOperation or IMemberReferenceOperation or IInvalidOperation && value is Unknown { Sample: null } result
            ? result with
            {
                From = SourceSet.Of(SourceKind.Result, operation.Syntax) | Inputs(result.From),
            }
            : value;
    }

    void NoteWord(SyntaxNode word, Value value)
    {
        if (IsWord(value, Scenario.Plain))
            _trace!.Say(word);
        else if (IsWord(value, WireNames.S256))
            _trace!.SayHash(word);
    }

    Value? Given(ProofRole role, ITypeSymbol? type, SyntaxNode place, Value value)
    {
        // What is made of one input is not another, whatever it is called.
        if (SourcesOf(value).Items.Any(source => IsInput(source.Kind) && source.Kind != KindOf(role)))
            return null;
        if (Scenario!.Give(role, type, place) is not { } given)
            return null;
        _trace!.Reads.Add((_frame.Unit, role, place));
        return given;
    }

    /// <summary>A condition on a value that is not known: a scenario asks what it depends on.</summary>
    Unknown Open(Value asked) => Scenario is null ? Unknown.Value : new Unknown(SourcesOf(asked));

    static bool IsOpen(Value value) =>
        value.Alternatives.Any(alternative => alternative is Unknown { Sample: null or { Given: not null } } unknown && !IsDrawn(unknown));

    static bool IsDrawn(Unknown value) =>
        value.From.Items.Any(source => source.Kind is not (SourceKind.Caller or SourceKind.Result) && !IsInput(source.Kind));

    static SourceKind KindOf(ProofRole role) =>
        role switch
        {
            ProofRole.Verifier => SourceKind.PresentedVerifier,
            ProofRole.Challenge => SourceKind.StoredChallenge,
            _ => SourceKind.StoredMethod,
        };

    static bool IsInput(SourceKind kind) => kind is SourceKind.PresentedVerifier or SourceKind.StoredChallenge or SourceKind.StoredMethod;

    static SourceSet Inputs(SourceSet sources) =>
        sources
            .Items.Where(source => IsInput(source.Kind))
            .Aggregate(SourceSet.None, (all, source) => all | SourceSet.Of(source.Kind, source.Place));

    /// <summary>The input that a value is, as it was given.</summary>
    internal Source? InputOf(Value value) =>
        SourcesOf(value).Items.Where(source => IsInput(source.Kind)).Take(2).ToList() is [var only]
        && (
            only.Kind switch
            {
                SourceKind.PresentedVerifier => Scenario!.Verifier,
                SourceKind.StoredChallenge => Scenario!.Challenge,
                _ => Scenario!.Method,
            }
        )
            is { } text
        && IsWord(value, text)
            ? only
            : null;

    internal bool IsWord(Value value, string word) =>
        ExactOf(value) switch
        {
            string text => string.Equals(text, word, StringComparison.OrdinalIgnoreCase),
            byte[] octets => octets.Length == word.Length && octets.Select((octet, i) => octet == word[i]).All(same => same),
            _ => value is EnumMember member && string.Equals(member.Name, word, StringComparison.OrdinalIgnoreCase),
        };

    /// <summary>The transformation that a constant which is not at hand is named after; null for any other member.</summary>
    static string? MethodOf(MemberAccessExpressionSyntax constant) =>
        Identifier.Words(constant.Name.Identifier.ValueText).LastOrDefault() switch
        {
            "plain" => Scenario.Plain,
            "sha" or "s" when constant.Name.Identifier.ValueText.EndsWith("256", StringComparison.Ordinal) => WireNames.S256,
            _ => null,
        };

    static bool? SwitchOf(IOperation operation, Scenario scenario) =>
        operation.Type?.SpecialType != SpecialType.System_Boolean
            ? null
            : operation switch
            {
                IParameterReferenceOperation { Parameter.Name: var name } => ProofRoles.Switch(name, scenario),
                // What the compiler makes for a lock has no name.
                ILocalReferenceOperation { Local.Name: { } name } => ProofRoles.Switch(name, scenario),
                IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => ProofRoles.Switch(
                    member.Member.Name,
                    scenario
                ),
                IInvocationOperation { TargetMethod.Name: var name, Arguments.Length: <= 1 } => ProofRoles.Switch(name, scenario),
                _ => null,
            };

    bool? SwitchOf(IOperation operation) =>
        operation is IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
            ? ProofRoles.Switch(name, Scenario!)
            : SwitchOf(operation, Scenario!);

    static ProofRole RoleOf(IOperation operation) =>
        operation switch
        {
            IParameterReferenceOperation parameter => ProofRoles.Of(parameter.Parameter),
            ILocalReferenceOperation { Local.Name: { } name } => ProofRoles.OfName(name),
            IPropertyReferenceOperation { Property.IsIndexer: true } => ProofRole.None,
            IMemberReferenceOperation { Member.Name: "Value" or "Hash", Instance: { } held } => RoleOf(held),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => ProofRoles.Of(member.Member),
            IInvocationOperation { TargetMethod.Name: var name, Arguments.Length: <= 1 }
                when name.StartsWith("Get", StringComparison.Ordinal) => ProofRoles.OfName(name),
            IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => ProofRoles.OfName(name),
            IInvalidOperation { Syntax: IdentifierNameSyntax { Identifier.ValueText: var name } } => ProofRoles.OfName(name),
            _ => ProofRole.None,
        };

    /// <summary>The input that is read by its name on the wire.</summary>
    Value? ReadByKey(Value key, ITypeSymbol? type, SyntaxNode place) =>
        Scenario is not null && key is Text { Exact: { } name } && ProofRoles.OfWireName(name) is not ProofRole.None and var role
            ? Given(role, type, place, Unknown.Value)
            : null;

    /// <summary>What a call does that is understood only where its operands are known by heart.</summary>
    Value? BeforeCall(Call call)
    {
        if (call.Method is { } method && IsOwn(method) && HasSource(call))
            return null;
        if (Models.ScenarioModel.Fails(call))
            Throw();
        return Models.ScenarioModel.ResultOf(this, call);
    }

    Value AfterCall(Call call, Value result)
    {
        if (!IsOpen(result) || _isThrown)
            return result;
        foreach (var argument in call.Arguments)
        {
            if (ReadByKey(argument.Value, call.Type, call.Place) is { } read)
                return read;
        }
        if (!MemberNames.OnlyLogs(call))
            NoteHandedOn(call.ReceiverAndArguments.Select(argument => argument.Value));
        return Models.ScenarioModel.Transformed(this, call) ?? Models.ScenarioModel.Verified(this, call) ?? result;
    }

    internal void Throw()
    {
        _isThrown = true;
        _thrown = null;
    }

    /// <summary>Gives an <c>out</c> argument the input that is asked for by its name; null where none is.</summary>
    internal Value? TryRead(Call call)
    {
        if (call is { Receiver.Value: Reference table, Arguments: [{ Value: var asked }, var found] } && HoldsFunctions(table))
        {
            var kept = FunctionOf(table, asked);
            Assign(found.Operation, kept ?? Constant.Null, found.Place);
            return kept is null && SlotOf(asked) is null ? null : new Constant(kept is not null);
        }
        if (call.Arguments is not [{ Value: var key }, ..] || ReadByKey(key, null, call.Place) is not { } input)
            return null;
        if (call.Arguments is [_, var target, ..])
            Assign(target.Operation, input, target.Place);
        return new Constant(input is not Constant);
    }
}
