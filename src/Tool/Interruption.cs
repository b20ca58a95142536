using System.Runtime.InteropServices;

namespace PkceAnalyzers.Tool;

/// <summary>Ctrl-C and its like: the first asks for an early end, the second is the end.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _cancelled = new();
    readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _cancelled.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _cancelled.Dispose();
    }

    void Handle(PosixSignalContext signal)
    {
        signal.Cancel = !_cancelled.IsCancellationRequested;
        _cancelled.Cancel();
    }
}
