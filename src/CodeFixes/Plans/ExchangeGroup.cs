using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Exchanges that share a request, so that one proof key must serve them: two authorization requests of which
/// either can lead to the same token request, or one whose code is redeemed at two places.</summary>
sealed class ExchangeGroup
{
    readonly Dictionary<string, PlannedParticipant> _authorizations = [];
    readonly Dictionary<string, PlannedParticipant> _tokens = [];

    public IEnumerable<PlannedParticipant> AuthorizationEnds => InOrder(_authorizations);

    public IEnumerable<PlannedParticipant> TokenEnds => InOrder(_tokens);

    public IEnumerable<InsertionTarget> Authorizations => Sites(AuthorizationEnds);

    public IEnumerable<InsertionTarget> Tokens => Sites(TokenEnds);

    public IEnumerable<InsertionTarget> Requests => Authorizations.Concat(Tokens);

    /// <summary>Null where the exchanges need different ones.</summary>
    public VerifierCarrier? Carrier { get; private set; }

    /// <summary>As <see cref="PlannedExchange.SetUp"/>.</summary>
    public InsertionTarget? SetUp { get; private set; }

    /// <summary>As <see cref="PlannedExchange.State"/>.</summary>
    public ProtectedState? State { get; private set; }

    /// <summary>As <see cref="PlannedExchange.Key"/>.</summary>
    public CarrierKey? Key { get; private set; }

    public static IReadOnlyList<ExchangeGroup> Of(IEnumerable<PlannedExchange> exchanges)
    {
        var groups = new List<ExchangeGroup>();
        foreach (var exchange in exchanges)
        {
            var touched = groups.Where(group => group.Shares(exchange)).ToList();
            var merged = new ExchangeGroup
            {
                Carrier = exchange.Carrier,
                SetUp = exchange.SetUp,
                State = exchange.State,
                Key = exchange.Key,
            };
            foreach (var group in touched)
                merged.Add(group);
            foreach (var end in exchange.Authorizations)
                AddTo(merged._authorizations, end);
            foreach (var end in exchange.Tokens)
                AddTo(merged._tokens, end);
            groups.RemoveAll(touched.Contains);
            groups.Add(merged);
        }
        return groups;
    }

    bool Shares(PlannedExchange exchange) =>
        exchange.Authorizations.Any(end => _authorizations.ContainsKey(end.Request.Key))
        || exchange.Tokens.Any(end => _tokens.ContainsKey(end.Request.Key));

    void Add(ExchangeGroup other)
    {
        foreach (var end in other._authorizations.Values)
            AddTo(_authorizations, end);
        foreach (var end in other._tokens.Values)
            AddTo(_tokens, end);
        Carrier = Carrier == other.Carrier ? Carrier : BothOf(Carrier, other.Carrier);
    }

    // A field serves a request of the same member, too.
    static VerifierCarrier? BothOf(VerifierCarrier? one, VerifierCarrier? other) =>
        one is VerifierCarrier.Local or VerifierCarrier.Field && other is VerifierCarrier.Local or VerifierCarrier.Field
            ? VerifierCarrier.Field
            : null;

    // The first one stays: of a file that several projects share, the same project's document is edited throughout.
    static void AddTo(Dictionary<string, PlannedParticipant> ends, PlannedParticipant end)
    {
        if (!ends.ContainsKey(end.Request.Key))
            ends.Add(end.Request.Key, end);
    }

    static IEnumerable<PlannedParticipant> InOrder(Dictionary<string, PlannedParticipant> ends) =>
        ends.Values.OrderBy(end => end.Request.File.Key, StringComparer.Ordinal).ThenBy(end => end.Request.Span.Start);

    // Two requests of one method are reached by the same calls.
    static IEnumerable<InsertionTarget> Sites(IEnumerable<PlannedParticipant> ends) =>
        ends.SelectMany(end => end.Sites).GroupBy(site => site.Key).Select(same => same.First());
}
