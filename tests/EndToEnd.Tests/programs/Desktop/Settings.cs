namespace Desktop;

sealed record Settings(string ClientId);
