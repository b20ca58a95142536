using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>Comparisons and tests of values that are known by heart, as in a server that is run on a scenario.</summary>
static class ScenarioModel
{
    static readonly string[] ConstantTimeWords =
    [
        "FixedTime",
        "ConstantTime",
        "TimeConstant",
        "SlowEquals",
        "SecureEquals",
        "SafeEquals",
        "TimingSafe",
    ];

    /// <summary>What refuses to be given nothing.</summary>
    static readonly string[] Reading = ["GetBytes", "ComputeHash", "FromBase64String", "Base64UrlDecode", "DecodeBytes", "DecodeFromChars"];

    static readonly string[] Verifying = ["Verify", "Validate", "Check", "Match", "TryVerify", "Ensure", "Assert"];

    public static Value? ResultOf(Interpreter run, Call call) =>
        call.Name switch
        {
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsMissing" or "IsEmpty" or "IsNull" or "IsBlank" => IsEmpty(run, call),
            "IsPresent" or "IsNotEmpty" or "IsNotNull" => IsEmpty(run, call) is { Content: bool truth } ? new Constant(!truth) : null,
            "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" => ThrowIfEmpty(run, call),
            "ToString" when call.Receiver?.Value is Constant { Content: null } missing => Text.Literal("", call.Place, missing.From),
            "First"
            or "FirstOrDefault"
            or "Single"
            or "SingleOrDefault"
            or "GetString"
            or "AsSpan"
            or "AsMemory" when call is { Arguments.IsEmpty: true, Receiver.Value: (Text or Constant { Content: null }) and var same } =>
                same,
            "TryGetValue" or "TryGet" or "ContainsKey" => run.TryRead(call),
            "Contains" => Contains(run, call),
            "All" or "Any" => Counted(run, call),
            _ => Compare(run, call),
        };

    /// <summary>The challenge that code which is not looked into makes of the verifier that it is given.</summary>
    public static Value? Transformed(Interpreter run, Call call)
    {
        if (!Identifier.IsChallenge(call.Name) || call.Arguments.IsEmpty || call.Arguments.Length > 2)
            return null;
        var given = call
            .Arguments.Select(argument => run.SourcesOf(argument.Value))
            .FirstOrDefault(from => from.Has(SourceKind.PresentedVerifier));
        if (given.Items.IsDefaultOrEmpty)
            return null;
        // What it makes of a verifier that is missing is no challenge that was stored.
        var verifier = run.Scenario!.Verifier ?? "";
        var isPlain = call.Arguments.Any(argument => run.IsWord(argument.Value, Scenario.Plain));
        return Text.Literal(isPlain ? verifier : Scenario.S256(verifier), call.Place, given);
    }

    /// <summary>Whether a call of code that is not looked into can only end in an exception: something is missing.</summary>
    public static bool Fails(Call call) =>
        call.Receiver is { Value: Constant { Content: null }, Operation.Type.SpecialType: SpecialType.System_String }
            && call.Method is { IsStatic: false }
        || Array.IndexOf(Reading, call.Name) >= 0 && call.Arguments is [{ Value: Constant { Content: null } }, ..];

    /// <summary>What code that is not looked into says of a verifier and a challenge that it is given.</summary>
    public static Value? Verified(Interpreter run, Call call)
    {
        var given = call.ReceiverAndArguments.Select(argument => run.SourcesOf(argument.Value)).ToList();
        if (
            !given.Exists(sources => sources.Has(SourceKind.PresentedVerifier))
            || !given.Exists(sources => sources.Has(SourceKind.StoredChallenge))
            || run.Scenario is not { Verifier: not null, Challenge: not null } scenario
            || MemberNames.OnlyLogs(call)
        )
            return null;
        if (
            call.Type
            is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true }
                or { SpecialType: SpecialType.System_Void }
        )
        {
            if (!scenario.Matches && Array.Exists(Verifying, word => call.Name.StartsWith(word, StringComparison.Ordinal)))
                run.Throw();
            return null;
        }
        var result = call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var inner] } ? inner : call.Type;
        return result is null or IErrorTypeSymbol or { SpecialType: SpecialType.System_Boolean } ? new Constant(scenario.Matches) : null;
    }

    static Constant? IsEmpty(Interpreter run, Call call) =>
        call.ReceiverAndArguments.ToList() is not [.., { Value: var asked }] ? null
        : asked is Constant { Content: null } ? new Constant(true)
        : run.ExactOf(asked) is string text ? new Constant(string.IsNullOrWhiteSpace(text))
        : null;

    static Value? ThrowIfEmpty(Interpreter run, Call call)
    {
        if (call.Arguments is [{ Value: var asked }, ..] && (asked is Constant { Content: null } || run.ExactOf(asked) is ""))
            run.Throw();
        return null;
    }

    static Value? Contains(Interpreter run, Call call)
    {
        if (
            call.ReceiverAndArguments.ToList() is not [{ Value: Reference list }, { Value: var wanted }, ..]
            || run.ObjectOf(list) is not { Items: { IsEmpty: false } items }
        )
            return null;
        var found = items.Select(item => run.AreSame(item, wanted, call.Place)).ToList();
        return found.Contains(true) ? new Constant(true)
            : found.TrueForAll(same => same == false) ? new Constant(false)
            : null;
    }

    static Value? Counted(Interpreter run, Call call)
    {
        if (
            call is not { Receiver.Value: Reference list, Arguments: [{ Value: Function predicate }] }
            || run.ObjectOf(list) is not { Items: { IsEmpty: false } items }
        )
            return null;
        var holds = items.Select(item => (run.Run(predicate, item) as Constant)?.Content as bool?).ToList();
        var decisive = call.Name == "Any";
        return holds.Contains(decisive) ? new Constant(decisive)
            : holds.TrueForAll(one => one == !decisive) ? new Constant(!decisive)
            : null;
    }

    static Value? Compare(Interpreter run, Call call)
    {
        var isConstantTime = Array.Exists(ConstantTimeWords, word => Says(call, word));
        if (!isConstantTime && !IsComparison(call.Name))
            return null;
        var operands = call.ReceiverAndArguments.Where(argument => !IsManner(argument)).Take(2).ToList();
        if (operands is not [var one, var other])
            return null;
        var same = run.AreSame(one.Value, other.Value, call.Place, isConstantTime, IgnoresCase(call), new(one.Place, other.Place));
        return same is null ? null
            : call.Name.StartsWith("Compare", StringComparison.Ordinal) ? new Constant(same == true ? 0 : 1)
            : new Constant(same);
    }

    static bool IsComparison(string name) =>
        name is "Compare" or "CompareOrdinal" or "CompareTo"
        || Identifier.Words(name).ToList() is var words
            && words.Exists(word => word is "equal" or "equals")
            && words[0] is "equal" or "equals" or "is" or "are" or "sequence" or "string" or "safe";

    static bool Says(Call call, string word) =>
        call.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0
        || call.OwnerName.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>How is compared, or by whom, rather than what.</summary>
    static bool IsManner(Argument argument) =>
        argument.Operation.Type?.Name is "StringComparison" or "StringComparer" or "CultureInfo" or "Boolean"
        || argument.Place.ToString().StartsWith("StringCompar", StringComparison.Ordinal);

    static bool IgnoresCase(Call call) =>
        call.Place.ToString().Contains("IgnoreCase") || call.Arguments.Any(argument => argument.Value is Constant { Content: true });
}
