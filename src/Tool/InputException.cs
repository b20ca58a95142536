namespace PkceAnalyzers.Tool;

/// <summary>What the user gave cannot be scanned; the message is all that they see.</summary>
class InputException(string message, Exception? cause = null) : Exception(message, cause);
