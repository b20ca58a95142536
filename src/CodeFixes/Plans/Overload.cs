using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A method that gets the proof key's parameter, with the private ones through which it leads to requests. As they were they stay,
/// obsolete, for those who call the method today. One that takes the parameter already only hands it on.</summary>
sealed class Overload
{
    readonly OverloadedMethod _method;
    readonly string _parameter;
    readonly string? _given;
    readonly List<OverloadedMethod> _within = [];
    readonly List<InsertionTarget> _sites = [];

    /// <param name="method">The method.</param>
    /// <param name="parameter">What it takes for requests.</param>
    /// <param name="given">The name of the parameter by which it does so already.</param>
    Overload(OverloadedMethod method, string parameter, string? given)
    {
        _method = method;
        _parameter = parameter;
        _given = given;
    }

    /// <summary>Whether the method leads to a request that is reported: of the others it is only a counterpart.</summary>
    public bool IsReported { get; private set; }

    /// <summary>One for each method whose callers can bring the proof key of one of the requests.</summary>
    public static async Task<IReadOnlyList<Overload>> OfAsync(
        SourceFiles files,
        IEnumerable<RequestRepair> repairs,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Overload>();
        foreach (var repair in repairs)
        {
            foreach (var overloading in repair.Overloadings)
                await AddAsync(overloading, isReported: overloading == repair.Overloadings[0]).ConfigureAwait(false);
        }
        return found;

        async Task AddAsync(Overloading overloading, bool isReported)
        {
            if (
                await files.FindCompleteAsync(overloading.Method, cancellationToken).ConfigureAwait(false) is not { } file
                || OverloadedMethod.Of(file, overloading.Method) is not { } method
            )
                return;
            var overload =
                found.Find(other => other._method.Key == method.Key) ?? new Overload(method, overloading.Parameter, overloading.Given);
            // All of the requests or none.
            if (
                overload._parameter != overloading.Parameter
                || await PlannedParticipant.OfAsync(files, overloading.Ends, cancellationToken).ConfigureAwait(false) is not { } ends
            )
                return;
            ends.ForEach(overload.Add);
            overload.IsReported |= isReported;
            if (!found.Contains(overload))
                found.Add(overload);
        }
    }

    void Add(PlannedParticipant end)
    {
        foreach (var site in end.Methods.SelectMany(method => method.Calls).Prepend(end.Request))
        {
            if (_sites.TrueForAll(other => other.Key != site.Key))
                _sites.Add(site);
        }
        foreach (
            var method in end
                .Methods.SelectMany(on => on.Declarations)
                .Select(declared => OverloadedMethod.Of(declared.File, declared.Method))
                .OfType<OverloadedMethod>()
        )
        {
            if (_within.TrueForAll(other => other.Key != method.Key))
                _within.Add(method);
        }
    }

    /// <summary>Null where the code has not the shape that is expected, or such overloads would not compile.</summary>
    public async Task<SolutionEdits?> PlanAsync(Solution solution, Names names, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        var name = ProofKeyParameters.InCode(_parameter);
        List<OverloadedMethod> methods = _given is null ? [_method, .. _within] : _within;
        var document = ProofKeyParameters.Document(_parameter);
        if (!methods.TrueForAll(method => method.TryAddParameter(edits, name, document, names, isOverload: method == _method)))
            return null;
        if (!_sites.TrueForAll(site => RequestInsertion.TryInsert(edits, site, ProofKeyParameters.Given(_parameter, ValueAt(site, name)))))
            return null;
        if (_given is null && !await _method.IsFreeToChangeAsync(solution, cancellationToken).ConfigureAwait(false))
            methods.ForEach(method => method.KeepFormer(edits, Advice));
        return edits;
    }

    string ValueAt(InsertionTarget site, string name) => _given is not null && _method.Holds(site) ? _method.Demand(_given, site) : name;

    string Advice =>
        _parameter == ProofKeyParameters.CodeVerifier
            ? "Sends no code_verifier: call the overload that takes the one whose code_challenge went with the authorization request."
            : "Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.";
}
