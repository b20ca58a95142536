namespace PkceAnalyzers.Tool.Scanning;

/// <summary>A step on the way from where a value is made to where it is sent, or from one request of an exchange to the other.</summary>
/// <param name="What">What happens there; a sentence without its full stop.</param>
sealed record FlowStep(Place Place, string What);
