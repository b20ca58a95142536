namespace PkceAnalyzers.Tool;

/// <summary>What went wrong beside the findings: told at once, and remembered for the exit code and for logs.</summary>
sealed class Problems(TextWriter error, Verbosity verbosity = Verbosity.Normal)
{
    readonly Lock _lock = new();
    readonly List<Problem> _all = [];
    readonly List<string> _held = [];
    bool _isHeld;

    /// <summary>Whether something that was to be scanned was not.</summary>
    public bool HaveErrors => Errors > 0;

    /// <summary>How many things that were to be scanned were not.</summary>
    public int Errors
    {
        get
        {
            lock (_lock)
                return _all.Count(problem => problem.IsError);
        }
    }

    /// <summary>Errors and warnings, in their order.</summary>
    public IReadOnlyList<Problem> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    /// <summary>How much is told.</summary>
    public Verbosity Verbosity => verbosity;

    /// <summary>Everything is scanned all the same, but not as it was meant.</summary>
    public void Warning(string message) => Add(new(IsError: false, message), verbosity != Verbosity.Quiet);

    public void Error(string message) => Add(new(IsError: true, message), isTold: true);

    /// <summary>Good to know, and nothing wrong.</summary>
    public void Note(string message)
    {
        if (verbosity == Verbosity.Verbose)
            Write("note", message);
    }

    /// <summary>Keeps back what is told, while something else has the terminal.</summary>
    public void Hold()
    {
        lock (_lock)
            _isHeld = true;
    }

    /// <summary>Tells what was kept back.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _isHeld = false;
            _held.ForEach(error.WriteLine);
            _held.Clear();
        }
    }

    void Add(Problem problem, bool isTold)
    {
        lock (_lock)
            _all.Add(problem);
        if (isTold)
            Write(problem.IsError ? "error" : "warning", problem.Message);
    }

    void Write(string kind, string message)
    {
        var line = $"pkce: {kind}: {Printable.Line(message)}";
        lock (_lock)
        {
            if (_isHeld)
                _held.Add(line);
            else
                error.WriteLine(line);
        }
    }
}
