//! Pages made from the code: the rules, the settings, their JSON schema, VS Code's settings. Text in, text out.
