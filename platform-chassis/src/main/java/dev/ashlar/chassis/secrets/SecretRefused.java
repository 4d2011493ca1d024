package dev.ashlar.chassis.secrets;

/** A secret that a service won't start with. Names the variable, never its value. */
public final class SecretRefused extends RuntimeException {

    private final String remedy;

    /**
     * @param variable that holds the secret
     * @param why completes a sentence that begins with the variable
     * @param remedy what to do about it, as a sentence
     */
    public SecretRefused(String variable, String why, String remedy) {
        super(variable + " " + why + ".");
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
