package com.smartfitness.auth.account;

import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.auth.card.Card;
import com.smartfitness.auth.card.CardCheck;
import com.smartfitness.auth.card.CardRefusedException;
import com.smartfitness.auth.throttle.SignInThrottle;
import org.springframework.stereotype.Component;

/** Lets customers show by a card who they are; limited, so that nobody tries out stolen numbers here. */
@Component
class CustomerCards {

    private final CardCheck check;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    CustomerCards(CardCheck check, SignInThrottle throttle, AuditLog audit) {
        this.check = check;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Lets pass a card that is the holder's.
     *
     * @throws CardRefusedException where it is not
     */
    void require(Card card, String holder, Source source) {
        throttle.admitCard(source);
        try {
            check.require(card, holder);
        } catch (CardRefusedException e) {
            audit.write(AuditAction.CARD_REFUSED, null, null, source, null);
            throw e;
        } catch (RuntimeException notChecked) {
            throttle.cardDone(source);
            throw notChecked;
        }
        throttle.cardDone(source);
    }
}
