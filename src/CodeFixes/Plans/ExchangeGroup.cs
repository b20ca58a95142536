namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Exchanges that share a request, so that one proof key must serve them: two authorization requests of which
/// either can lead to the same token request, or one whose code is redeemed at two places.</summary>
sealed class ExchangeGroup
{
    readonly Dictionary<string, ExchangeEnd> _authorizations = [];
    readonly Dictionary<string, ExchangeEnd> _tokens = [];

    public IEnumerable<ExchangeEnd> AuthorizationEnds => InOrder(_authorizations);

    public IEnumerable<ExchangeEnd> TokenEnds => InOrder(_tokens);

    public IEnumerable<Request> Authorizations => Sites(AuthorizationEnds);

    public IEnumerable<Request> Tokens => Sites(TokenEnds);

    public IEnumerable<Request> Requests => Authorizations.Concat(Tokens);

    /// <summary>One of <see cref="Repair"/>'s ways; null where the exchanges need different ones.</summary>
    public string? Carry { get; private set; }

    /// <summary>As <see cref="Exchange.SetUp"/>.</summary>
    public Request? SetUp { get; private set; }

    /// <summary>As <see cref="Exchange.State"/>.</summary>
    public (string Kept, string? Returned)? State { get; private set; }

    /// <summary>As <see cref="Exchange.Key"/>.</summary>
    public StoreKey? Key { get; private set; }

    public static IReadOnlyList<ExchangeGroup> Of(IEnumerable<Exchange> exchanges)
    {
        var groups = new List<ExchangeGroup>();
        foreach (var exchange in exchanges)
        {
            var touched = groups.Where(group => group.Shares(exchange)).ToList();
            var merged = new ExchangeGroup
            {
                Carry = exchange.Carry,
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

    bool Shares(Exchange exchange) =>
        exchange.Authorizations.Any(end => _authorizations.ContainsKey(end.Request.Key))
        || exchange.Tokens.Any(end => _tokens.ContainsKey(end.Request.Key));

    void Add(ExchangeGroup other)
    {
        foreach (var end in other._authorizations.Values)
            AddTo(_authorizations, end);
        foreach (var end in other._tokens.Values)
            AddTo(_tokens, end);
        Carry = Carry == other.Carry ? Carry : BothOf(Carry, other.Carry);
    }

    // A field serves a request of the same member, too.
    static string? BothOf(string? one, string? other) =>
        one is Repair.CarryLocal or Repair.CarryField && other is Repair.CarryLocal or Repair.CarryField ? Repair.CarryField : null;

    // The first one stays: of a file that several projects share, the same project's document is edited throughout.
    static void AddTo(Dictionary<string, ExchangeEnd> ends, ExchangeEnd end)
    {
        if (!ends.ContainsKey(end.Request.Key))
            ends.Add(end.Request.Key, end);
    }

    static IEnumerable<ExchangeEnd> InOrder(Dictionary<string, ExchangeEnd> ends) =>
        ends.Values.OrderBy(end => end.Request.File.Key, StringComparer.Ordinal).ThenBy(end => end.Request.Span.Start);

    // Two requests of one method are reached by the same calls.
    static IEnumerable<Request> Sites(IEnumerable<ExchangeEnd> ends) =>
        ends.SelectMany(end => end.Sites).GroupBy(site => site.Key).Select(same => same.First());
}
